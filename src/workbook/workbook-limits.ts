/**
 * What a workbook may weigh. The country has 589 municipalities: a survey far beyond these limits is not one,
 * and reading it would cost more memory than the program may use (600,000 cells: 220 MB).
 */
export const workbookLimits = {
  fileBytes: 50_000_000,
  /** Uncompressed, of the parts that are read. */
  partBytes: 40_000_000,
  allPartsBytes: 60_000_000,
  /** Uncompressed to compressed; ordinary sheets reach 10 to 20, a file made to explode reaches 1000. */
  ratio: 150,
  /** Parts smaller than this are never refused for their ratio. */
  ratioFromBytes: 4_000_000,
  parts: 2_000,
  sheets: 50,
  rows: 10_000,
  columns: 2_000,
  cells: 600_000,
} as const;

/** What a sheet can have at all, by the format itself. */
export const formatLimits = { rows: 1_048_576, columns: 16_384 } as const;
