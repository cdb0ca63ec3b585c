// What a cold run costs: a new process each time, the median of a few runs, processor and memory as the system counted
// them. On a busy machine the processor's time says more than the clock's.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const runs = 5;

const cases = [
  { name: "--help", argv: ["--help"], limitMs: 150 },
  {
    name: "one language",
    argv: ["build", "--year", "2018", "--lang", "nl", "--json"],
    limitMs: 2000,
  },
  { name: "three languages", argv: ["build", "--year", "2018", "--json"], limitMs: 3500 },
];
const limitMb = 300;

// A project of its own: the user's out/ stays as it is.
const project = mkdtempSync(join(tmpdir(), "barometer-bench-"));
try {
  cpSync(join(root, "data"), join(project, "data"), { recursive: true });
  for (const one of cases) await measure(one);
} finally {
  rmSync(project, { recursive: true, force: true });
}

async function measure({ name, argv, limitMs }) {
  const results = [];
  for (let run = 0; run < runs; run += 1) results.push(await runOnce(argv));
  results.sort((a, b) => a.ms - b.ms);
  const { ms, cpuMs, peakMb, stdout } = results[Math.floor(runs / 2)];
  const mark = ms <= limitMs && peakMb <= limitMb ? " " : "!";
  console.log(
    `${mark} ${name.padEnd(16)} ${ms.toFixed(0).padStart(6)} ms (limit ${limitMs})   cpu ${cpuMs.toFixed(0).padStart(5)} ms   ${peakMb.toFixed(0).padStart(4)} MB (limit ${limitMb})`,
  );
  if (!stdout.startsWith("{")) return;
  for (const stage of JSON.parse(stdout).stages) {
    console.log(`    ${stage.name.padEnd(14)} ${stage.ms.toFixed(0).padStart(6)} ms`);
  }
}

/** Runs the program in a process of its own that says what it used when it ends. */
function runOnce(argv) {
  const start = process.hrtime.bigint();
  const child = spawn(
    process.execPath,
    ["--import", join(root, "bench/report-usage.js"), join(root, "bin/barometer.js"), ...argv],
    { cwd: project, stdio: ["ignore", "pipe", "inherit", "pipe"] },
  );
  const read = (stream) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
    });
    return () => text;
  };
  const stdout = read(child.stdout);
  const usage = read(child.stdio[3]);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      if (exitCode !== 0) {
        reject(new Error(`barometer ${argv.join(" ")} ended with ${exitCode}\n${stdout()}`));
        return;
      }
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage());
      const cpuMs = (userCPUTime + systemCPUTime) / 1000;
      resolve({ ms, cpuMs, peakMb: maxRSS / 1024, stdout: stdout() });
    });
  });
}
