/** This program's version, written into manifests. */
export { version as toolVersion } from "../../package.json";
