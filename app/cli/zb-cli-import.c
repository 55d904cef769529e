/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/zb-cli-import.h"
#include "core/zb-error.h"
#include "exchange/zb-import-answers.h"
#include "service/zb-words.h"
#include "store/zb-store-error.h"

/* How much of a pipe is read at once. */
#define PIECE 65536

typedef struct {
  char *sheet;
  char *branch;
  char *map;
  char *save_map;
  char *answers;
  char *report;
  guint n_files;
  gboolean dry_run;
  gboolean skip_bad;
} ImportOptions;

static char *
problem_words (const ZbImportProblem *problem)
{
  return zb_words_import_problem (problem);
}

/* What a file says of columns, words, cells and rows; it may come from an editor that knows no UTF-8. */
static gboolean
take_file (ZbImport *import, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_autofree char *bytes = g_steal_pointer (&text);

      if (!(text = g_convert (bytes, (gssize) length, "UTF-8", "GB18030", NULL, &length, error)))
        return FALSE;
    }
  /* A text has no nul; what stands behind one must not be passed over. */
  if (strlen (text) != length)
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE, "%s is no text", path);
      return FALSE;
    }
  return zb_import_take_answers (import, text, error);
}

/* A mapping is meant by the name that it was saved under, or is a file. */
static gboolean
apply_map (ZbImport *import, const char *name, GError **error)
{
  g_autoptr(GError) failure = NULL;
  gboolean found;

  if (zb_import_recall (import, name, &found, &failure))
    return TRUE;
  if (failure == NULL && !found)
    return take_file (import, name, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
print_import (ZbImport *import, const char *file)
{
  GPtrArray *problems = zb_import_problems (import);
  g_autofree char *name = NULL;
  g_autofree char *counts = zb_words_import_counts (zb_import_counts (import));

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *words = zb_words_import_problem (g_ptr_array_index (problems, i));

      g_printerr ("%s\n", words);
    }
  /* A name may have line breaks, or bytes that are no text. */
  name = zb_words_line (file);
  zb_cli_say ("%s: %s", name, counts);
}

/* What comes in through a pipe, in a file that nobody else can read; to be removed. Returns: (transfer full) */
static char *
keep_input (GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = g_malloc (PIECE);
  int fd = g_file_open_tmp ("zhibu-XXXXXX", &path, error);
  gssize n = 0;

  if (fd < 0)
    return NULL;
  while ((n = read (STDIN_FILENO, bytes, PIECE)) > 0)
    for (gssize at = 0, done; at < n; at += done)
      if ((done = write (fd, bytes + at, (gsize) (n - at))) < 0)
        {
          n = -1;
          break;
        }
  if (close (fd) == 0 && n == 0)
    return g_steal_pointer (&path);
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  g_unlink (path);
  return NULL;
}

static ZbImport *
open_file (ZbCli *cli, const ZbKind *kind, const char *file, const ImportOptions *options, GError **error)
{
  gboolean is_input = strcmp (file, "-") == 0;
  g_autofree char *path = is_input ? keep_input (error) : g_strdup (file);
  ZbImport *import = path == NULL ? NULL
                     : kind != NULL ? zb_import_new (cli->db, kind, path, options->sheet, zb_cli_progress, NULL, NULL, error)
                                    : zb_import_open (cli->db, NULL, path, options->sheet, zb_cli_progress, NULL, NULL, error);

  if (is_input && path != NULL)
    g_unlink (path);
  if (is_input && import != NULL)
    zb_import_call (import, _("Standard Input"));
  return import;
}

/* Each of several files has a report of its own, with its name behind that of the report. Returns: (transfer full) */
static char *
report_path (const ImportOptions *options, const char *file, guint n)
{
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *number = n > 1 ? g_strdup_printf ("-%u", n) : g_strdup ("");
  char *dot = strrchr (base, '.');
  const char *end = g_str_has_suffix (options->report, ".xlsx") ? ".xlsx" : "";

  if (options->n_files < 2)
    return g_strdup (options->report);
  if (dot != NULL)
    *dot = '\0';
  return g_strdup_printf ("%.*s-%s%s%s", (int) (strlen (options->report) - strlen (end)), options->report, base, number, end);
}

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf one, two;

  return other != NULL && g_stat (path, &one) == 0 && g_stat (other, &two) == 0 && one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* Where the report of each file goes; files of one name in several folders have a number behind it. A report replaces an older one,
 * and nothing that the import is made of. Returns: (transfer full) (element-type utf8): none without reports */
static GPtrArray *
report_paths (ZbCli *cli, char **files, const ImportOptions *options, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; options->report != NULL && i < options->n_files; i++)
    {
      char *path = report_path (options, files[i], 1);
      gboolean is_needed = FALSE;

      for (guint n = 2; g_ptr_array_find_with_equal_func (out, path, g_str_equal, NULL); n++)
        {
          g_free (path);
          path = report_path (options, files[i], n);
        }
      g_ptr_array_add (out, path);
      for (guint f = 0; f < options->n_files; f++)
        is_needed = is_needed || is_same_file (path, files[f]);
      if (!is_needed && !is_same_file (path, options->answers) && !is_same_file (path, options->map) && !is_same_file (path, cli->registry))
        continue;
      g_set_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_EXISTS, "%s: %s", path, g_strerror (EEXIST));
      return NULL;
    }
  return g_steal_pointer (&out);
}

/* @kind: (nullable): told by the headings when it is not given; @report: (nullable): where to */
static ZbImport *
read_file (ZbCli *cli, const ZbKind *kind, const char *file, const char *report, const ImportOptions *options, GError **error)
{
  g_autoptr(ZbImport) import = open_file (cli, kind, file, options, error);
  gint64 org = 0;

  if (import == NULL || (options->map != NULL && !apply_map (import, options->map, error))
      || (options->answers != NULL && !take_file (import, options->answers, error))
      || (options->branch != NULL && (org = zb_cli_find_org (cli, options->branch, error)) == 0))
    return NULL;
  zb_import_set_org (import, org);
  if (!zb_import_check (import, zb_cli_progress, NULL, NULL, error)
      || (report != NULL && !zb_import_write_report (import, report, TRUE, problem_words, error)))
    return NULL;
  return g_steal_pointer (&import);
}

/* What is needed to keep what each file is about to change, for programs. */
typedef struct {
  ZbCli *cli;
  char **files;
  GPtrArray *nodes;
} Keeping;

static void
keep_json (ZbImport *import, guint i, gpointer user_data)
{
  Keeping *self = user_data;

  if (self->cli->json)
    g_ptr_array_add (self->nodes, zb_cli_import_json (self->cli, import, self->files[i], TRUE));
}

static gboolean
write_files (ZbCli *cli, GPtrArray *imports, char **files, const ImportOptions *options, GPtrArray *nodes, GError **error)
{
  g_autofree gint64 *sets = g_new0 (gint64, imports->len);
  Keeping keeping = { cli, files, nodes };

  if (options->save_map != NULL && !zb_import_remember (g_ptr_array_index (imports, 0), options->save_map, NULL, error))
    return FALSE;
  if (!zb_import_commit_all ((ZbImport *const *) imports->pdata, imports->len, options->skip_bad, sets, keep_json, &keeping, zb_cli_progress,
                             NULL, NULL, error))
    {
      g_ptr_array_set_size (nodes, 0);
      return FALSE;
    }
  return TRUE;
}

/* The sum of the errors in all files. */
static guint
count_errors (GPtrArray *imports)
{
  guint n = 0;

  for (guint i = 0; i < imports->len; i++)
    n += zb_import_counts (g_ptr_array_index (imports, i))->errors;
  return n;
}

/* One object for one file, an array of them for several. */
static void
print_imports (ZbCli *cli, GPtrArray *imports, char **files, GPtrArray *nodes)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, json_array_new ());
  for (guint i = 0; i < imports->len; i++)
    if (!cli->json)
      print_import (g_ptr_array_index (imports, i), files[i]);
    else
      json_array_add_element (json_node_get_array (node), i < nodes->len ? json_node_ref (g_ptr_array_index (nodes, i))
                              : zb_cli_import_json (cli, g_ptr_array_index (imports, i), files[i], FALSE));
  if (cli->json)
    zb_cli_print_json (imports->len > 1 ? json_node_ref (node) : json_node_ref (json_array_get_element (json_node_get_array (node), 0)));
  json_node_unref (node);
}

/* Answers that met nothing in any of the files, told with the first of them. */
static void
tell_idle (GPtrArray *imports)
{
  g_autoptr(GPtrArray) idle = zb_import_idle_answers (g_ptr_array_index (imports, 0));

  for (guint i = 1; i < imports->len; i++)
    {
      g_autoptr(GPtrArray) other = zb_import_idle_answers (g_ptr_array_index (imports, i));

      for (guint k = idle->len; k > 0; k--)
        if (!g_ptr_array_find_with_equal_func (other, g_ptr_array_index (idle, k - 1), g_str_equal, NULL))
          g_ptr_array_remove_index (idle, k - 1);
    }
  for (guint k = 0; k < idle->len; k++)
    zb_import_tell_idle (g_ptr_array_index (imports, 0), g_ptr_array_index (idle, k));
}

/* All the files or, unless the bad rows are left out, none of them. */
static ZbCliStatus
import_files (ZbCli *cli, const ZbKind *kind, char **files, guint n_files, const ImportOptions *options)
{
  g_autoptr(GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr(GPtrArray) reports = report_paths (cli, files, options, &error);
  gboolean written = FALSE;
  guint errors;

  if (reports == NULL)
    return zb_cli_refuse (error);
  for (guint i = 0; i < n_files; i++)
    {
      ZbImport *import = read_file (cli, kind, files[i], i < reports->len ? g_ptr_array_index (reports, i) : NULL, options, &error);

      if (import == NULL)
        return zb_cli_refuse (error);
      g_ptr_array_add (imports, import);
    }
  if (options->answers != NULL)
    tell_idle (imports);
  errors = count_errors (imports);
  if (!options->dry_run && errors > 0 && !options->skip_bad)
    g_set_error (&error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "import-errors|%u", errors);
  else if (!options->dry_run)
    written = write_files (cli, imports, files, options, nodes, &error);
  print_imports (cli, imports, files, nodes);
  if (error != NULL)
    return zb_cli_refuse (error);
  return written || errors == 0 ? ZB_CLI_DONE : ZB_CLI_REFUSED;
}

ZbCliStatus
zb_cli_import (ZbCli *cli, int argc, char **argv)
{
  g_autofree char *sheet = NULL;
  g_autofree char *branch = NULL;
  g_autofree char *map = NULL, *save_map = NULL, *answers = NULL;
  g_autofree char *report = NULL;
  gboolean dry_run = FALSE, skip_bad = FALSE;
  const ZbKind *kind = NULL;
  const GOptionEntry entries[] = {
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_STRING, &branch, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &map, NULL, NULL },
    { "save-map", 0, 0, G_OPTION_ARG_STRING, &save_map, NULL, NULL },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &answers, NULL, NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "skip-bad", 0, 0, G_OPTION_ARG_NONE, &skip_bad, NULL, NULL },
    { NULL }
  };

  if (!zb_cli_options (cli, "import", entries, &argc, &argv, 2, -1)
      || (strcmp (argv[1], "auto") != 0 && (kind = zb_cli_kind (argv[1])) == NULL))
    return ZB_CLI_USAGE;
  if (save_map != NULL && *g_strstrip (save_map) == '\0')
    return zb_cli_wrong (_("Give the mapping a name: --save-map NAME"));
  if (!zb_cli_open (cli, ZB_DB_WRITE))
    return ZB_CLI_REFUSED;
  return import_files (cli, kind, argv + 2, (guint) argc - 2,
                       &(ImportOptions) { sheet, branch, map, save_map, answers, report, (guint) argc - 2, dry_run, skip_bad });
}
