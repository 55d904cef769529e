/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/zb-org-tree.h"
#include "core/zb-record.h"

G_BEGIN_DECLS

/**
 * ZbFilterOp:
 *
 * How a condition compares. %ZB_FILTER_BETWEEN takes two values, both included; %ZB_FILTER_IN any number.
 */
typedef enum {
  ZB_FILTER_EQUAL,
  ZB_FILTER_NOT,
  ZB_FILTER_LESS,
  ZB_FILTER_AT_MOST,
  ZB_FILTER_AT_LEAST,
  ZB_FILTER_MORE,
  ZB_FILTER_BETWEEN,
  ZB_FILTER_IN,
  ZB_FILTER_KNOWN,
  ZB_FILTER_UNKNOWN
} ZbFilterOp;

/**
 * ZbCondition:
 * @field: a coded field of the member kind, or `age`, `standing` (党龄, years), `birth_date`,
 *   `joined_on`, `confirmed_on`, `applied_on`, `category`, `org` (with what is below), `group`, `post`, `state` (code table `member_state`)
 * @values: (array zero-terminated=1): stored values (codes, whole numbers, dates; for `org` and
 *   `group` the id)
 */
typedef struct {
  char *field;
  ZbFilterOp op;
  char **values;
} ZbCondition;

#define ZB_TYPE_FILTER (zb_filter_get_type ())

/**
 * ZbFilter:
 *
 * Conditions that all hold together (且). Immutable once handed on; counted by reference.
 */
typedef struct _ZbFilter ZbFilter;

GType zb_filter_get_type (void);
ZbFilter *zb_filter_new (void);
ZbFilter *zb_filter_ref (ZbFilter *filter);
void zb_filter_unref (ZbFilter *filter);

/** zb_filter_add: @values is copied. */
void zb_filter_add (ZbFilter *filter, const char *field, ZbFilterOp op, const char *const *values);
guint zb_filter_size (const ZbFilter *filter);
const ZbCondition *zb_filter_at (const ZbFilter *filter, guint i);

/**
 * zb_filter_parse:
 * @text: conditions joined by 且, `and`, `&`, `，`, `,` or blanks. A condition is `FIELD OP VALUE`
 *   (fields by name or Chinese heading; operators = != < <= > >= ≤ ≥ ~; `age=30..45`; `education=21|31`),
 *   or a phrase: 女 · 男 · 少数民族 · 正式党员 · 45岁以下 · 35岁及以下 · 60岁以上 · 30-45岁 · 本科以上 ·
 *   大专以下 · 党龄50年以上 · 2020年入党 · 2015-2020年入党 · the name of an organisation
 * @tree: (nullable): for the names of organisations
 * @error: %ZB_DATA_ERROR_BAD_FILTER, the message holding the word that was not understood
 *
 * An unknown value meets no comparison, not even !=; `FIELD=?` asks for the unknown, `FIELD!=?` for the known.
 * So 少数民族 holds the people whom the figures count. Only 否 takes in what nobody filled in.
 * 以上 and 以下 include the number itself in statistics (35岁以下 means ≤ 35, 本科以上 includes 本科).
 *
 * Returns: (transfer full): the filter; an empty one for an empty text
 */
ZbFilter *zb_filter_parse (const char *text, ZbOrgTree *tree, GError **error);

/**
 * zb_filter_parse_fields:
 * @kind: any kind
 * @text: conditions `FIELD OP VALUE` joined as in zb_filter_parse(); fields by name or Chinese heading, several
 *   values of = and != separated by |, `?` for the unknown
 * @tree: (nullable): for the names of organisations
 * @error: %ZB_DATA_ERROR_BAD_FILTER, the message holding the word that was not understood
 *
 * Conditions on the stored fields of a kind, for zb_filter_matches(). Returns: (transfer full)
 */
ZbFilter *zb_filter_parse_fields (const ZbKind *kind, const char *text, ZbOrgTree *tree, GError **error);

/** zb_filter_matches: whether @record meets all conditions of zb_filter_parse_fields(). An unknown value meets no comparison. */
gboolean zb_filter_matches (const ZbFilter *filter, const ZbRecord *record);

/** zb_filter_to_text: the `FIELD OP VALUE` form that zb_filter_parse() reads back to the same filter. Organisations by uid. Returns: (transfer full) */
char *zb_filter_to_text (const ZbFilter *filter, ZbOrgTree *tree);

/** zb_filter_to_words: in Chinese, as a roster's 统计口径 line prints it: 女 且 45岁以下. Returns: (transfer full) */
char *zb_filter_to_words (const ZbFilter *filter, ZbOrgTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFilter, zb_filter_unref)

G_END_DECLS
