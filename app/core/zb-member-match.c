/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-filter-private.h"
#include "core/zb-hanzi.h"
#include "core/zb-id-number.h"
#include "core/zb-member-columns-private.h"

/* Keeps the rows for which @test holds. The answers of 64 rows become one number without a branch, which
 * is what makes it fast; words without a row left are passed over. */
#define KEEP(self, bits, test)                                               \
  G_STMT_START                                                               \
    for (guint word = 0; word < ZB_MEMBER_BIT_WORDS ((self)->n); word++)     \
      {                                                                      \
        guint end = MIN ((self)->n, word * 64 + 64);                         \
        guint64 kept = 0;                                                    \
                                                                             \
        for (guint row = word * 64; (bits)[word] != 0 && row < end; row++)   \
          kept |= (guint64) ((test) != 0) << (row % 64);                     \
        (bits)[word] &= kept;                                                \
      }                                                                      \
  G_STMT_END

static gboolean
number_holds (ZbFilterOp op, gint64 value, gboolean known, const gint64 *wanted, guint n_wanted)
{
  gboolean among = FALSE;

  if (op == ZB_FILTER_KNOWN || op == ZB_FILTER_UNKNOWN)
    return known == (op == ZB_FILTER_KNOWN);
  if (!known)
    return FALSE;
  for (guint i = 0; i < n_wanted; i++)
    among = among || value == wanted[i];
  switch (op)
    {
    case ZB_FILTER_EQUAL:
    case ZB_FILTER_IN: return among;
    case ZB_FILTER_NOT: return !among;
    case ZB_FILTER_LESS: return value < wanted[0];
    case ZB_FILTER_AT_MOST: return value <= wanted[0];
    case ZB_FILTER_AT_LEAST: return value >= wanted[0];
    case ZB_FILTER_MORE: return value > wanted[0];
    case ZB_FILTER_BETWEEN: return value >= wanted[0] && value <= wanted[1];
    case ZB_FILTER_KNOWN:
    case ZB_FILTER_UNKNOWN: break;
    }
  return FALSE;
}

/* Fields of at most 256 values: the answer for every value is worked out once. */
static void
keep_bytes (ZbMemberColumns *self, const guint8 *column, const gboolean holds[256], guint64 *bits)
{
  KEEP (self, bits, holds[column[row]]);
}

static void
keep_years (ZbMemberColumns *self, const ZbCondition *condition, const guint8 *column, guint64 *bits)
{
  gint64 wanted[256];
  guint n = 0;
  gboolean holds[256];

  for (guint i = 0; condition->values[i] != NULL && n < G_N_ELEMENTS (wanted); i++)
    wanted[n++] = g_ascii_strtoll (condition->values[i], NULL, 10);
  for (guint value = 0; value < 256; value++)
    holds[value] = number_holds (condition->op, value, value != ZB_NO_YEARS, wanted, n);
  keep_bytes (self, column, holds, bits);
}

/* Codes compare by their place in the table's own sense (education: higher is more). */
static void
keep_codes (ZbMemberColumns *self, const ZbCondition *condition, const ZbCodeTable *table, const guint8 *column, guint64 *bits)
{
  gint64 wanted[256];
  guint n = 0;
  gboolean by_rank = condition->op >= ZB_FILTER_LESS && condition->op <= ZB_FILTER_BETWEEN;
  gboolean holds[256] = { FALSE };

  for (guint i = 0; condition->values[i] != NULL && n < G_N_ELEMENTS (wanted); i++)
    {
      int index = zb_code_index (table, condition->values[i]);

      wanted[n++] = index < 0 ? -1 : by_rank ? table->codes[index].rank : index;
    }
  for (guint value = 0; value <= table->n_codes && value < 256; value++)
    holds[value] = number_holds (condition->op, value == 0 ? 0 : by_rank ? table->codes[value - 1].rank : (gint64) value - 1,
                                 value != 0, wanted, n);
  keep_bytes (self, column, holds, bits);
}

static void
keep_booleans (ZbMemberColumns *self, const ZbCondition *condition, const guint8 *column, guint64 *bits)
{
  gint64 wanted = condition->values[0] != NULL ? g_ascii_strtoll (condition->values[0], NULL, 10) + 1 : 0;
  gboolean holds[256] = { FALSE };

  /* Not filled in counts as no. */
  for (guint value = 0; value < 3; value++)
    holds[value] = condition->op == ZB_FILTER_KNOWN || condition->op == ZB_FILTER_UNKNOWN
                     ? (value != 0) == (condition->op == ZB_FILTER_KNOWN)
                     : (MAX (value, 1) == wanted) == (condition->op != ZB_FILTER_NOT);
  keep_bytes (self, column, holds, bits);
}

static void
keep_category (ZbMemberColumns *self, const ZbCondition *condition, guint64 *bits)
{
  gint64 wanted[8];
  guint n = 0;
  gboolean holds[256] = { FALSE };

  for (guint i = 0; condition->values[i] != NULL && n < G_N_ELEMENTS (wanted); i++)
    wanted[n++] = zb_category_from_code (condition->values[i]);
  /* 群众 is a category like the others; only “known” asks for more. */
  for (guint value = 0; value <= ZB_CATEGORY_FULL; value++)
    holds[value] = number_holds (condition->op, value, value != ZB_CATEGORY_NONE || n > 0, wanted, n);
  keep_bytes (self, self->category, holds, bits);
}

static void
keep_states (ZbMemberColumns *self, const ZbCondition *condition, guint64 *bits)
{
  const ZbCodeTable *table = zb_code_table_get ("member_state");
  gint64 wanted[256];
  guint n = 0;
  gboolean holds[256] = { FALSE };

  for (guint i = 0; condition->values[i] != NULL && n < G_N_ELEMENTS (wanted); i++)
    wanted[n++] = zb_code_index (table, condition->values[i]);
  for (guint value = 0; value < table->n_codes; value++)
    holds[value] = number_holds (condition->op, value, TRUE, wanted, n);
  keep_bytes (self, self->state, holds, bits);
}

/* The last day that a date of less precision can mean, so that ≤ 2012 takes all of 2012 in. */
static guint32
last_day (ZbDate date)
{
  return zb_date_pack ((ZbDate) { date.year, date.month != 0 ? date.month : 12, date.day != 0 ? date.day : 31 });
}

/* From the first to the last day that a value can mean. */
typedef struct {
  guint32 low;
  guint32 high;
} DateRange;

static guint
read_ranges (const ZbCondition *condition, DateRange *out, guint max)
{
  guint n = 0;

  for (guint i = 0; condition->values[i] != NULL && n < max; i++)
    {
      ZbDate date = ZB_DATE_NONE;

      zb_date_parse (condition->values[i], &date, NULL);
      out[n++] = (DateRange) { zb_date_pack (date), last_day (date) };
    }
  if (n == 2 && condition->op == ZB_FILTER_BETWEEN)
    {
      out[0].high = out[1].high;
      n = 1;
    }
  return n;
}

static gboolean
is_in_ranges (guint32 date, const DateRange *ranges, guint n)
{
  for (guint i = 0; i < n; i++)
    if (date >= ranges[i].low && date <= ranges[i].high)
      return TRUE;
  return FALSE;
}

static void
keep_dates (ZbMemberColumns *self, const ZbCondition *condition, const guint32 *column, guint64 *bits)
{
  DateRange ranges[64] = { { 0, 0 } };
  guint n = read_ranges (condition, ranges, G_N_ELEMENTS (ranges));
  guint32 low = ranges[0].low, high = ranges[0].high;

  switch (condition->op)
    {
    case ZB_FILTER_KNOWN: KEEP (self, bits, column[row] != 0); break;
    case ZB_FILTER_UNKNOWN: KEEP (self, bits, column[row] == 0); break;
    case ZB_FILTER_NOT: KEEP (self, bits, column[row] != 0 && !is_in_ranges (column[row], ranges, n)); break;
    case ZB_FILTER_LESS: KEEP (self, bits, column[row] != 0 && column[row] < low); break;
    case ZB_FILTER_AT_MOST: KEEP (self, bits, column[row] != 0 && column[row] <= high); break;
    case ZB_FILTER_AT_LEAST: KEEP (self, bits, column[row] >= low); break;
    case ZB_FILTER_MORE: KEEP (self, bits, column[row] > high); break;
    case ZB_FILTER_EQUAL:
    case ZB_FILTER_BETWEEN:
    case ZB_FILTER_IN: KEEP (self, bits, is_in_ranges (column[row], ranges, n)); break;
    }
}

/* An organisation means everything below it. @wanted is by position, the last place for what is not in the tree. */
static void
keep_orgs (ZbMemberColumns *self, const ZbCondition *condition, gboolean is_group, guint64 *bits)
{
  guint n_orgs = zb_org_tree_size (self->tree);
  g_autofree guint8 *wanted = g_new0 (guint8, n_orgs + 1);
  gboolean positive = condition->op != ZB_FILTER_NOT;
  const guint32 *column;

  zb_member_columns_need (self, &self->group, sizeof *self->group);
  column = is_group ? self->group : self->org;
  if (condition->op == ZB_FILTER_KNOWN || condition->op == ZB_FILTER_UNKNOWN)
    {
      KEEP (self, bits, (column[row] != 0) == (condition->op == ZB_FILTER_KNOWN));
      return;
    }
  for (guint v = 0; condition->values[v] != NULL; v++)
    {
      const ZbOrg *org = zb_org_tree_get (self->tree, g_ascii_strtoll (condition->values[v], NULL, 10));

      if (org != NULL)
        memset (wanted + org->position, 1, org->below + 1);
    }
  KEEP (self, bits, column[row] != 0
                      && (wanted[MIN (zb_member_columns_position (self, self->org[row]), n_orgs)]
                          || wanted[MIN (zb_member_columns_position (self, self->group[row]), n_orgs)]) == positive);
}

/* Who has no post is not a secretary: here nothing is known too. */
static void
keep_posts (ZbMemberColumns *self, const ZbCondition *condition, guint64 *bits)
{
  const ZbCodeTable *table = zb_code_table_get ("post");
  gint64 wanted[64];
  guint n = 0;

  for (guint i = 0; condition->values[i] != NULL && n < G_N_ELEMENTS (wanted); i++)
    {
      const ZbCode *code = zb_code_get (table, condition->values[i]);

      wanted[n++] = code != NULL ? code->rank : -1;
    }
  KEEP (self, bits, number_holds (condition->op, self->post_rank[row], self->post_rank[row] != 0xffff || n > 0, wanted, n));
}

static const guint32 *
date_column (ZbMemberColumns *self, const char *field)
{
  const struct { const char *field; guint32 **column; } dates[] = {
    { "birth_date", &self->birth }, { "joined_on", &self->joined }, { "confirmed_on", &self->confirmed },
    { "applied_on", &self->applied }, { "activist_on", &self->activist }, { "candidate_on", &self->candidate },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (strcmp (dates[i].field, field) == 0)
      {
        zb_member_columns_need (self, dates[i].column, sizeof **dates[i].column);
        return *dates[i].column;
      }
  return NULL;
}

static void
keep_coded (ZbMemberColumns *self, const ZbCondition *condition, guint64 *bits)
{
  const char *codes;

  zb_filter_shape (condition->field, &codes);
  for (guint code = 0; code < ZB_MEMBER_N_CODES; code++)
    if (strcmp (zb_member_code_field (code), condition->field) == 0)
      {
        zb_member_columns_need (self, &self->codes[code], sizeof *self->codes[code]);
        if (codes == NULL)
          keep_booleans (self, condition, self->codes[code], bits);
        else
          keep_codes (self, condition, zb_code_table_get (codes), self->codes[code], bits);
      }
}

static void
apply_condition (ZbMemberColumns *self, const ZbCondition *condition, guint64 *bits)
{
  const char *field = condition->field;

  if (strcmp (field, "age") == 0)
    keep_years (self, condition, self->age, bits);
  else if (strcmp (field, "standing") == 0)
    keep_years (self, condition, self->standing, bits);
  else if (strcmp (field, "category") == 0)
    keep_category (self, condition, bits);
  else if (strcmp (field, "post") == 0)
    keep_posts (self, condition, bits);
  else if (strcmp (field, "state") == 0)
    keep_states (self, condition, bits);
  else if (strcmp (field, "org") == 0 || strcmp (field, "group") == 0)
    keep_orgs (self, condition, strcmp (field, "group") == 0, bits);
  else if (date_column (self, field) != NULL)
    keep_dates (self, condition, date_column (self, field), bits);
  else
    keep_coded (self, condition, bits);
}

void
zb_member_columns_apply_filter (ZbMemberColumns *self, ZbFilter *filter, guint64 *bits)
{
  if (self->n == 0)
    return;
  for (guint i = 0; i < zb_filter_size (filter); i++)
    apply_condition (self, zb_filter_at (filter, i), bits);
}

gint64 *
zb_member_columns_alike (ZbMemberColumns *self, const char *name, const char *id_number, guint *out_n)
{
  g_autofree guint64 *bits = zb_member_columns_scope_bits (self, ZB_SCOPE_ALL, FALSE);
  g_autofree char *eighteen = id_number != NULL ? zb_id_number_eighteen (id_number) : NULL;
  GArray *surest = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->n; i++)
    {
      const char *own;
      gint64 id = self->id[i];
      gboolean same_number = FALSE;

      if (!zb_member_bit (bits, i))
        continue;
      if (eighteen != NULL)
        {
          own = zb_member_columns_id_number (self, i);
          if (strlen (own) == 15)
            {
              g_autofree char *own_eighteen = zb_id_number_eighteen (own);

              same_number = strcmp (own_eighteen, eighteen) == 0;
            }
          else
            same_number = strcmp (own, eighteen) == 0;
        }
      if (same_number)
        g_array_append_val (surest, id);
      else if (name != NULL && strcmp (zb_member_columns_name (self, i), name) == 0)
        g_array_append_val (others, id);
    }
  if (others->len > 0)
    g_array_append_vals (surest, others->data, others->len);
  *out_n = surest->len;
  return (gint64 *) g_array_free (surest, FALSE);
}
