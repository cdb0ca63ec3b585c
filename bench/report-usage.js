// Loaded into the measured process before the program: at the end it writes what the process used.
import { writeSync } from "node:fs";

const pipeOfBench = 3;
process.on("exit", () => {
  writeSync(pipeOfBench, JSON.stringify(process.resourceUsage()));
});
