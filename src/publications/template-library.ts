import { join } from "node:path";
import type { SourceFile } from "../edition/checked-yaml.ts";
import type { Platform } from "../platform/platform.ts";

export interface TemplateFile extends SourceFile {
  /** It comes with the program; the project has none of its own. */
  readonly isShipped: boolean;
}

/** Templates by their path under templates/: a project's own file stands before the shipped one. */
export interface TemplateLibrary {
  readonly read: (path: string) => Promise<SourceFile | undefined>;
  readonly readBytes: (path: string) => Promise<Uint8Array | undefined>;
  /** The files of a folder with this ending, sorted by name; a project's own file replaces the shipped one. */
  readonly list: (folder: string, ending: string) => Promise<readonly TemplateFile[]>;
  /** Texts of this year's edition: data/<edition>/text/<language>/. */
  readonly editionTexts: (language: string) => Promise<readonly SourceFile[]>;
}

/** Opens the templates of a project over those that come with the program. */
export function openTemplates(request: {
  readonly project: string;
  readonly edition: string;
  readonly shippedTemplates: string;
  readonly platform: Platform;
}): TemplateLibrary {
  const { files } = request.platform;
  const roots = [join(request.project, "templates"), request.shippedTemplates];
  const read = async (path: string): Promise<TemplateFile | undefined> => {
    for (const [index, root] of roots.entries()) {
      const text = await files.readText(join(root, path));
      if (text === undefined) continue;
      return { file: `templates/${path}`, text: withoutMark(text), isShipped: index > 0 };
    }
    return undefined;
  };
  return {
    read,
    readBytes: async (path) => {
      for (const root of roots) {
        const bytes = await files.read(join(root, path));
        if (bytes !== undefined) return bytes;
      }
      return undefined;
    },
    list: async (folder, ending) => {
      const names = new Set<string>();
      for (const root of roots) {
        for (const entry of await files.list(join(root, folder))) {
          if (!entry.isDirectory && entry.name.endsWith(ending)) names.add(entry.name);
        }
      }
      const found = await Promise.all([...names].sort().map((name) => read(`${folder}/${name}`)));
      return found.filter((file) => file !== undefined);
    },
    editionTexts: async (language) => {
      const folder = `data/${request.edition}/text/${language}`;
      const entries = await files.list(join(request.project, folder));
      const texts = await Promise.all(
        entries
          .filter((entry) => !entry.isDirectory && entry.name.endsWith(".md"))
          .map(async ({ name }): Promise<SourceFile | undefined> => {
            const text = await files.readText(join(request.project, folder, name));
            if (text === undefined) return undefined;
            return { file: `${folder}/${name}`, text: withoutMark(text) };
          }),
      );
      return texts.filter((file) => file !== undefined);
    },
  };
}

/** Editors of Windows begin a file with a byte order mark, which would hide the first line's "#". */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}
