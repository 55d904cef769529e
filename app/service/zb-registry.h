/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/zb-paper.h"
#include "exchange/zb-sheet.h"
#include "service/zb-due.h"
#include "store/zb-access-log.h"
#include "store/zb-backup.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-members.h"
#include "store/zb-steps.h"

G_BEGIN_DECLS

#define ZB_TYPE_REGISTRY (zb_registry_get_type ())

/**
 * ZbRegistry:
 *
 * An open registry for the window: one writer thread and one reader thread, each with its own
 * connection, and a read connection on the main thread for filling rows that are on screen.
 * All methods are called on the main thread; asynchronous ones finish there.
 *
 * Signals:
 *  - `changed (guint what, GArray *people)`: after any write, by this program or another; @what
 *    is a mask of #ZbRegistryChange; @people (nullable) (element-type gint64) are the members concerned, %NULL: many
 *  - `figures-ready`: the figures are counted, while the rest of the columns is still being loaded
 *  - `columns-ready`: the member columns are loaded, or loaded anew
 *  - `order-ready`: members stand in the order that was asked for with zb_registry_need_order()
 *
 * Properties: `path`, `read-only`, `busy` (a write is under way), `undo-label`, `redo-label`
 * (nullable, in words), `as-of` is always today.
 */
G_DECLARE_FINAL_TYPE (ZbRegistry, zb_registry, ZB, REGISTRY, GObject)

typedef enum {
  ZB_CHANGED_MEMBERS = 1 << 0,
  ZB_CHANGED_ORGANIZATIONS = 1 << 1,
  ZB_CHANGED_POSTS = 1 << 2,
  ZB_CHANGED_FILTERS = 1 << 3,
  ZB_CHANGED_LIFE = 1 << 4, /* meetings and all that belongs to organisational life */
  ZB_CHANGED_WISHES = 1 << 5, /* wishes, what became of them, and service */
  ZB_CHANGED_EVERYTHING = 0xff
} ZbRegistryChange;

/** ZB_REGISTRY_SMALL: a registry of so many people has its columns as soon as it is open, a larger one some time after. */
#define ZB_REGISTRY_SMALL 2000

/** zb_registry_open_async: opens (or with @create makes) a registry off the main thread. */
void zb_registry_open_async (const char *path, gboolean create, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ZbRegistry *zb_registry_open_finish (GAsyncResult *result, GError **error);

/** zb_registry_shutdown_async: waits for the writer's queue, then closes all connections. */
void zb_registry_shutdown_async (ZbRegistry *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_shutdown_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

const char *zb_registry_path (ZbRegistry *self);
gboolean zb_registry_is_read_only (ZbRegistry *self);
ZbDate zb_registry_today (ZbRegistry *self);

/** zb_registry_columns: Returns: (transfer none) (nullable): %NULL until they are loaded. */
ZbMemberColumns *zb_registry_columns (ZbRegistry *self);

/**
 * zb_registry_figures:
 *
 * The summary of zb_stats_compute() for today. In a large registry it is there (`figures-ready`) before the
 * columns are, and it stands as it is until a load that is under way has counted anew.
 *
 * Returns: (transfer none) (nullable) (element-type ZbStat): %NULL until it is counted; the same array as long as
 *   nobody was changed
 */
GPtrArray *zb_registry_figures (ZbRegistry *self);

/**
 * zb_registry_need_order:
 *
 * Makes sure that members can be asked for in this order: of a small registry at once, of a larger one on the
 * reader, after which `order-ready` tells so. Kept up from then on: to be called before each query.
 */
void zb_registry_need_order (ZbRegistry *self, ZbMemberOrder order);
/** zb_registry_tree: organisations of today, without closed ones; in a large registry read at the first call, or with the columns. Returns: (transfer none) */
ZbOrgTree *zb_registry_tree (ZbRegistry *self);

/* Reads on the main thread's own connection, for what is on screen: microseconds each. */
ZbRecord *zb_registry_get (ZbRegistry *self, const ZbKind *kind, gint64 id, gboolean with_private, GError **error);
/** zb_registry_get_derived: a member with its derived fields for today. Branch and group hold ids. */
ZbRecord *zb_registry_get_derived (ZbRegistry *self, gint64 person, gboolean with_private, GError **error);
/** zb_registry_membership: the open organisational membership of a person. Returns: (transfer full) (nullable) */
ZbRecord *zb_registry_membership (ZbRegistry *self, gint64 person);
GPtrArray *zb_registry_list (ZbRegistry *self, const ZbKind *kind, const char *field, const char *value, GError **error);
/** zb_registry_propose_letter: see zb_letters_propose(). */
ZbRecord *zb_registry_propose_letter (ZbRegistry *self, gint64 person, const char *kind, GError **error);
char *zb_registry_title (ZbRegistry *self, const ZbKind *kind, gint64 id);
/** zb_registry_first_page: see zb_members_first_page(). Returns: (transfer full) (nullable) (array length=out_n) */
gint64 *zb_registry_first_page (ZbRegistry *self, const ZbMemberQuery *query, guint limit, guint *out_n);
GPtrArray *zb_registry_allowed_steps (ZbRegistry *self, const ZbKind *kind, gint64 id);
GPtrArray *zb_registry_history (ZbRegistry *self, const ZbKind *kind, gint64 id, GError **error);
GPtrArray *zb_registry_log (ZbRegistry *self, gint64 before_id, guint limit, GError **error);

/** zb_registry_access_log: as zb_access_log_list(). */
GPtrArray *zb_registry_access_log (ZbRegistry *self, guint limit, GError **error);
/** zb_registry_changes: what one set changed, for the log's detail. Returns: (transfer full) (element-type ZbHistoryChange) */
GPtrArray *zb_registry_changes (ZbRegistry *self, gint64 set_id, guint limit, GError **error);
/** zb_registry_due_async: what is due, read on the reader. */
void zb_registry_due_async (ZbRegistry *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_due_finish: Returns: (transfer full) (element-type ZbDue): soonest first; empty while the columns are not loaded */
GPtrArray *zb_registry_due_finish (ZbRegistry *self, GAsyncResult *result, GError **error);
/** zb_registry_tree_on: organisations as they stood on a day. Returns: (transfer full) */
ZbOrgTree *zb_registry_tree_on (ZbRegistry *self, ZbDate day, gboolean with_closed, GError **error);
/** zb_registry_columns_on_async: everybody as of another day, loaded on the reader. */
void zb_registry_columns_on_async (ZbRegistry *self, ZbDate day, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ZbMemberColumns *zb_registry_columns_on_finish (ZbRegistry *self, GAsyncResult *result, GError **error);
GPtrArray *zb_registry_findings (ZbRegistry *self, const ZbRecord *member);
/** zb_registry_fill_cells: texts of one member for a table: one for each of @fields (private ones masked). Cost: about 12 µs. Returns: (transfer full) (array zero-terminated=1) */
char **zb_registry_fill_cells (ZbRegistry *self, gint64 person, const char *const *fields);

/* Writes: queued on the writer, in order. Each finishes with the words for a toast. */

/** zb_registry_save_async: inserts (id 0) or updates @record (copied). A new member goes to @org and @group, a new organisation below @org; a member that is there changes to @group (-1: stays, 0: none). */
void zb_registry_save_async (ZbRegistry *self, const ZbRecord *record, gint64 org, gint64 group, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_save_finish: Returns: the id, 0 on error. @out_words: (out) (optional) (transfer full): “已保存：张三” */
gint64 zb_registry_save_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error);

/** zb_registry_set_many_async: one field of many members (`group` too, value an id) in one change set. */
void zb_registry_set_many_async (ZbRegistry *self, const ZbKind *kind, const gint64 *ids, guint n_ids, const char *field, const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_step_async: a declared step for one or many records. @fields as zb_steps_apply(). */
void zb_registry_step_async (ZbRegistry *self, const ZbKind *kind, const gint64 *ids, guint n_ids, const ZbStep *step, GHashTable *fields, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void zb_registry_reorder_async (ZbRegistry *self, const gint64 *org_ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void zb_registry_withdraw_async (ZbRegistry *self, const ZbKind *kind, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void zb_registry_restore_value_async (ZbRegistry *self, const ZbKind *kind, gint64 id, const char *field, const char *value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_undo_async: @set_id 0: the last. */
void zb_registry_undo_async (ZbRegistry *self, gint64 set_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void zb_registry_redo_async (ZbRegistry *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_reveal_async: logs that a private field was shown. */
void zb_registry_reveal_async (ZbRegistry *self, const ZbKind *kind, gint64 record, const char *field);
/** zb_registry_write_finish: of every write above but save. @out_words: (out) (optional) (transfer full): for the toast */
gboolean zb_registry_write_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error);

/* Long work, with progress on the main thread and Cancel. */
typedef void (*ZbRegistryProgress) (guint64 done, guint64 total, gpointer user_data);

void zb_registry_export_async (ZbRegistry *self, const ZbRosterRequest *request, ZbSheetFormat format, const char *path, gboolean force, ZbRegistryProgress progress, gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_export_finish (ZbRegistry *self, GAsyncResult *result, GError **error);

/** zb_registry_paper: the pages of a request for preview and printer, on the main thread's connection; pages are drawn as they are shown. Free the paper before the sheet. Returns: (transfer full) */
ZbPaper *zb_registry_paper (ZbRegistry *self, const ZbRosterRequest *request, ZbSheet **out_sheet, GError **error);

/**
 * zb_registry_paper_async:
 *
 * The same without holding up the window: rows that have to be worked out (see zb_sheet_is_worked_out()) are worked out
 * on the reader; other lists come at once with the next turn of the main loop. @cancellable stops the work.
 */
void zb_registry_paper_async (ZbRegistry *self, const ZbRosterRequest *request, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** zb_registry_paper_finish: Free the paper before the sheet. Returns: (transfer full) */
ZbPaper *zb_registry_paper_finish (ZbRegistry *self, GAsyncResult *result, ZbSheet **out_sheet, GError **error);

void zb_registry_backup_async (ZbRegistry *self, const char *to, gboolean force, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_backup_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error);
/** zb_registry_restore_async: replaces what is in the registry by a copy that passes its check; can be taken back. */
void zb_registry_restore_async (ZbRegistry *self, const char *from, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_registry_restore_finish (ZbRegistry *self, GAsyncResult *result, char **out_words, GError **error);
/**
 * zb_restore_async:
 * @path: a registry that this program has not open: damaged, or none at all
 * @from: the backup
 *
 * Puts a backup in its place; what was there is kept, and nothing is changed when the backup is not sound.
 */
void zb_restore_async (const char *path, const char *from, GAsyncReadyCallback callback, gpointer user_data);
gboolean zb_restore_finish (GAsyncResult *result, char **out_words, GError **error);
/** zb_registry_check_async: the whole check. finish returns (transfer full) (element-type ZbFinding) */
void zb_registry_check_async (ZbRegistry *self, gboolean quick, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *zb_registry_check_finish (ZbRegistry *self, GAsyncResult *result, GError **error);
/** zb_registry_demo_async: fills an empty registry with an invented branch of @members people. */
void zb_registry_demo_async (ZbRegistry *self, guint members, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
