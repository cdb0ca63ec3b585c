// Loaded into the measured process before the program: at the end it writes the peak memory, in kilobytes.
import { writeSync } from "node:fs";

const pipeOfBench = 3;
process.on("exit", () => {
  writeSync(pipeOfBench, String(process.resourceUsage().maxRSS));
});
