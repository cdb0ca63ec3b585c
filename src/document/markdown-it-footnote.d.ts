declare module "markdown-it-footnote" {
  import type { PluginSimple } from "markdown-it";

  const footnote: PluginSimple;
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default footnote;
}
