/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-import-answers.h"
#include "service/zb-registry.h"

G_BEGIN_DECLS

/*
 * Lists in: read, checked and written on the writer, whose connection the import keeps. Between two of these calls the main thread
 * may look at the import and answer it (everything of zb-import.h and zb-import-answers.h that reads no file and no registry);
 * while one is under way nobody else touches it.
 */

/** ZB_IMPORT_USUAL_ORG: the organisation that rows without one most likely belong to, see zb_registry_import_read_async(). */
#define ZB_IMPORT_USUAL_ORG (-1)

/**
 * ZbImportRequest:
 * @kind: (nullable): what the rows become; %NULL: told by the headings, @hint where they fit several
 * @hint: (nullable)
 * @name: (nullable): what the log calls the file where its own name says nothing
 * @sheet: (nullable): the one sheet to take
 * @org: organisation of rows that name none; %ZB_IMPORT_USUAL_ORG: the only branch for wishes, the one above all others for organisations
 * @answers: (nullable): of zb_import_answers_text(), what was answered when other sheets of the file were read
 * @answers_of: (nullable): zb_import_hash() of the file that was answered: of another content only columns, words and defaults are true
 * @mapping: (nullable): how columns and words are read, by the name that it was saved under; "" not as before; %NULL: as the last
 *   list of the same sender and headings, or of the same headings
 */
typedef struct {
  const char *path;
  const ZbKind *kind;
  const ZbKind *hint;
  const char *name;
  const char *sheet;
  gint64 org;
  const char *mapping;
  const char *answers;
  const char *answers_of;
} ZbImportRequest;

/** zb_registry_import_read_async: reads and checks a file. @request: copied */
void zb_registry_import_read_async (ZbRegistry *self, const ZbImportRequest *request, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** zb_registry_import_read_finish: @out_mapping: (out) (nullable) (optional): name of the mapping that was used. Returns: (transfer full) */
ZbImport *zb_registry_import_read_finish (ZbRegistry *self, GAsyncResult *result, char **out_mapping, GError **error);

/** zb_registry_import_check_async: again after something was answered; takes no ownership. */
void zb_registry_import_check_async (ZbRegistry *self, ZbImport *import, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_import_check_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/** zb_registry_import_candidates: see zb_import_candidates(). Returns: (transfer full) (nullable) (element-type gint64) */
GArray *zb_registry_import_candidates (ZbRegistry *self, ZbImport *import, guint row);

/** zb_registry_import_report_async: see zb_import_write_report(); @path is written over. */
void zb_registry_import_report_async (ZbRegistry *self, ZbImport *import, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_import_report_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/**
 * zb_registry_import_commit_async:
 * @imports: (array length=n): all are written or none
 * @remember: (array length=n): (nullable) each: name under which its columns and words are kept for the next list
 */
void zb_registry_import_commit_async (ZbRegistry *self, ZbImport *const *imports, const char *const *remember, guint n, gboolean skip_bad, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * zb_registry_import_commit_finish:
 * @out_sets: (out) (optional) (element-type gint64): ids of the change sets, in order; undo them from the last to the first
 * @out_words: (out) (optional): what was done, in one sentence
 */
gboolean zb_registry_import_commit_finish (ZbRegistry *self, GAsyncResult *result, GArray **out_sets, char **out_words, GError **error);

G_END_DECLS
