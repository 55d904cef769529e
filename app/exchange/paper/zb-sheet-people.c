/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-people-list.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "exchange/paper/zb-people-extra.h"
#include "store/zb-check.h"
#include "store/zb-member-reader.h"

/* How the text of a column is made. */
typedef enum {
  CELL_BLANK,
  CELL_NUMBER,
  CELL_TEXT,     /* as it is stored */
  CELL_DATE,
  CELL_PAST,     /* a date that has to have happened by the day of the list */
  CELL_CODE,
  CELL_SHOWN,    /* as zb_field_show() says: booleans, amounts, what is masked */
  CELL_BRANCH,
  CELL_GROUP,
  CELL_POST,
  CELL_CATEGORY,
  CELL_AGE,
  CELL_STANDING,
  CELL_STATE,
  CELL_DUE,
  CELL_EXTRA     /* out of other records than the member's */
} ZbCellRole;

typedef struct {
  ZbCellRole role;
  int value;         /* place among the reader's values, -1 for none */
  GHashTable *codes; /* (owned) (nullable): code → label */
} ZbCellMaker;

typedef struct {
  ZbSheet *sheet;           /* (unowned): owns us */
  ZbMemberColumns *columns; /* (owned) */
  ZbOrgTree *tree;          /* (owned) */
  ZbMemberReader *reader;   /* (owned) */
  ZbPeopleExtra *extra;     /* (owned) (nullable) */
  GHashTable *posts;        /* (owned): id of the member → words */
  GHashTable *branches;     /* (owned): id of the organisation → short name, or the whole where two have the same */
  gint64 *ids;              /* (owned) */
  char *day;                /* (owned): the sheet's, as stored */
  int probation_months;
  ZbCellMaker *makers;      /* (owned): one a column */
  guint n_columns;
  char **values;            /* (owned): the reader's of this row, borrowed */
  char **made;              /* (owned): texts made for this row */
  guint n_made;
} ZbPeople;

static void
people_free (gpointer data)
{
  ZbPeople *self = data;

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->makers[i].codes, g_hash_table_unref);
  for (guint i = 0; i < self->n_made; i++)
    g_free (self->made[i]);
  g_free (self->made);
  g_free (self->makers);
  g_free (self->values);
  g_clear_pointer (&self->reader, zb_member_reader_free);
  g_clear_pointer (&self->extra, zb_people_extra_free);
  g_clear_pointer (&self->posts, g_hash_table_unref);
  g_clear_pointer (&self->branches, g_hash_table_unref);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_free (self->ids);
  g_free (self->day);
  g_free (self);
}

static const char *
keep (ZbPeople *self, char *text)
{
  self->made[self->n_made++] = text;
  return text;
}

/* 1985-07-12 → 1985.07.12, in place. */
static const char *
print_date (char *stored)
{
  for (char *p = stored; *p != '\0'; p++)
    if (*p == '-')
      *p = '.';
  return stored;
}

static const char *
due_text (ZbPeople *self, const ZbMemberEntry *entry, char *until)
{
  ZbDate day = zb_sheet_request (self->sheet)->as_of;

  if (zb_standing_category (&entry->standing, day) != ZB_CATEGORY_PROBATIONARY)
    return "";
  if (until != NULL)
    return print_date (until);
  return keep (self, zb_date_to_print (zb_date_add_months (entry->standing.joined, self->probation_months)));
}

static const char *
category_text (ZbCategory category)
{
  return category == ZB_CATEGORY_NONE ? "" : zb_code_label (zb_code_table_get ("category"), zb_category_code (category));
}

static const char *
group_text (ZbPeople *self, gint64 group)
{
  const ZbOrg *org = group != 0 ? zb_org_tree_get (self->tree, group) : NULL;

  return org != NULL ? zb_org_short (org) : "";
}

/* What the columns know of the person, for the day of the list. */
static const char *
derived_text (ZbPeople *self, const ZbCellMaker *maker, const char *column, guint index, const ZbMemberEntry *entry, char *value)
{
  const char *words = NULL;
  int age;

  switch ((int) maker->role)
    {
    case CELL_BRANCH: words = g_hash_table_lookup (self->branches, &entry->org); break;
    case CELL_GROUP: words = group_text (self, entry->group); break;
    case CELL_POST: words = g_hash_table_lookup (self->posts, &entry->id); break;
    case CELL_CATEGORY: words = category_text (zb_member_columns_category (self->columns, index)); break;
    case CELL_STATE: words = zb_member_state_heading (entry->state); break;
    case CELL_DUE: words = due_text (self, entry, value); break;
    case CELL_EXTRA: words = keep (self, zb_people_extra_text (self->extra, column, entry->id)); break;
    case CELL_STANDING:
      words = keep (self, zb_standing_show (&entry->standing, zb_sheet_request (self->sheet)->as_of));
      break;
    case CELL_AGE:
      age = zb_member_columns_age (self->columns, index);
      words = age >= 0 ? keep (self, g_strdup_printf ("%d", age)) : NULL;
      break;
    default: break;
    }
  return words != NULL ? words : "";
}

static const char *
cell_text (ZbPeople *self, guint i, guint row)
{
  const ZbCellMaker *maker = &self->makers[i];
  const ZbSheetColumn *column = zb_sheet_column (self->sheet, i);
  char *value = maker->value >= 0 ? self->values[maker->value] : NULL;
  const char *label;

  if (maker->role == CELL_NUMBER)
    return keep (self, g_strdup_printf ("%u", row + 1));
  if (value == NULL)
    return "";
  switch ((int) maker->role)
    {
    case CELL_TEXT: return value;
    case CELL_DATE: return print_date (value);
    case CELL_PAST: return strncmp (value, self->day, strlen (value)) <= 0 ? print_date (value) : "";
    case CELL_CODE:
      label = g_hash_table_lookup (maker->codes, value);
      return label != NULL ? label : value;
    case CELL_SHOWN: return keep (self, zb_field_show (column->field, value, !zb_sheet_request (self->sheet)->internal));
    default: return "";
    }
}

static gboolean
people_row (gpointer data, guint row, const char **out_cells, GError **error)
{
  ZbPeople *self = data;
  int index = zb_member_columns_find (self->columns, self->ids[row]);
  ZbMemberEntry entry;

  for (guint i = 0; i < self->n_made; i++)
    g_free (self->made[i]);
  self->n_made = 0;
  if (!zb_member_reader_get (self->reader, self->ids[row], self->values, error))
    return FALSE;
  if (index >= 0)
    zb_member_columns_get (self->columns, (guint) index, &entry);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const ZbCellMaker *maker = &self->makers[i];

      if (maker->role < CELL_BRANCH)
        out_cells[i] = cell_text (self, i, row);
      else if (index >= 0)
        out_cells[i] = derived_text (self, maker, zb_sheet_column (self->sheet, i)->name, (guint) index, &entry, maker->value >= 0 ? self->values[maker->value] : NULL);
      else
        out_cells[i] = "";
    }
  return TRUE;
}

static const char *
people_section (gpointer data, guint row, guint level)
{
  ZbPeople *self = data;
  int index = zb_member_columns_find (self->columns, self->ids[row]);
  ZbMemberEntry entry;
  const char *words;

  if (index < 0)
    return NULL;
  zb_member_columns_get (self->columns, (guint) index, &entry);
  words = level == 0 ? g_hash_table_lookup (self->branches, &entry.org) : group_text (self, entry.group);
  return words != NULL && *words != '\0' ? words : NULL;
}

/* 4 画 in the orders by strokes, Z in that by pinyin. */
static char *
people_letter (gpointer data, guint row)
{
  ZbPeople *self = data;
  const char *order = zb_roster_request_get_order (zb_sheet_request (self->sheet));
  int index = zb_member_columns_find (self->columns, self->ids[row]);
  g_autofree char *reading = NULL;
  ZbMemberEntry entry;
  guint strokes;

  if (index < 0)
    return NULL;
  zb_member_columns_get (self->columns, (guint) index, &entry);
  if (g_str_has_prefix (order, "stroke"))
    return (strokes = zb_hanzi_stroke_count (g_utf8_get_char (entry.name))) > 0 ? g_strdup_printf ("%u 画", strokes) : NULL;
  if (strcmp (order, "pinyin") != 0)
    return NULL;
  reading = entry.reading != NULL && *entry.reading != '\0' ? g_strdup (entry.reading) : zb_hanzi_pinyin (entry.name);
  return g_ascii_isalpha (*reading) ? g_strdup_printf ("%c", g_ascii_toupper (*reading)) : NULL;
}

static gboolean
people_hold (gpointer data, gboolean hold, GError **error)
{
  ZbPeople *self = data;

  return zb_member_reader_hold (self->reader, hold, error);
}

static gint64
people_person (gpointer data, guint row)
{
  return ((ZbPeople *) data)->ids[row];
}

static const ZbSheetSource people_source = {
  .row = people_row, .section = people_section, .letter = people_letter, .hold = people_hold, .free = people_free, .person = people_person
};

static ZbCellRole
role_of (const ZbSheetColumn *column, gboolean internal)
{
  static const struct { const char *name; ZbCellRole role; } named[] = {
    { "row", CELL_NUMBER }, { "probation_due", CELL_DUE }, { "branch", CELL_BRANCH }, { "group", CELL_GROUP },
    { "post", CELL_POST }, { "category", CELL_CATEGORY }, { "age", CELL_AGE }, { "standing", CELL_STANDING },
    { "state", CELL_STATE }, { "applied_on", CELL_PAST }, { "activist_on", CELL_PAST }, { "candidate_on", CELL_PAST },
    { "joined_on", CELL_PAST }, { "confirmed_on", CELL_PAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (named[i].name, column->name) == 0)
      return named[i].role;
  if (column->field == NULL)
    return zb_people_extra_has (column->name) ? CELL_EXTRA : CELL_BLANK;
  if ((column->field->flags & ZB_FIELD_PRIVATE) && !internal)
    return CELL_SHOWN;
  switch ((int) column->field->type)
    {
    case ZB_FIELD_CODE: return CELL_CODE;
    case ZB_FIELD_DATE: return CELL_DATE;
    case ZB_FIELD_BOOLEAN:
    case ZB_FIELD_HOURS:
    case ZB_FIELD_MONEY: return CELL_SHOWN;
    default: return CELL_TEXT;
    }
}

static GHashTable *
labels_of (const ZbField *field)
{
  const ZbCodeTable *table = zb_code_table_get (field->codes);
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; table != NULL && i < table->n_codes; i++)
    g_hash_table_insert (labels, (gpointer) table->codes[i].code, (gpointer) table->codes[i].label);
  return labels;
}

/* Decides how each column is made, and which stored fields have to be read for it. */
static gboolean
prepare_makers (ZbPeople *self, ZbDb *db, GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < self->n_columns; i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (self->sheet, i);
      ZbCellMaker *maker = &self->makers[i];
      const char *stored = NULL;

      maker->role = role_of (column, zb_sheet_request (self->sheet)->internal);
      if (maker->role == CELL_CODE)
        maker->codes = labels_of (column->field);
      if (maker->role == CELL_DUE)
        stored = "probation_until";
      else if (column->field != NULL && maker->role < CELL_BRANCH)
        stored = column->name;
      maker->value = stored != NULL ? (int) fields->len : -1;
      if (stored != NULL)
        g_ptr_array_add (fields, (gpointer) stored);
    }
  self->values = g_new0 (char *, fields->len + 1);
  self->reader = zb_member_reader_new (db, (const char *const *) fields->pdata, fields->len, error);
  return self->reader != NULL;
}

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbMemberColumns *columns = zb_roster_world_columns (world, error);
  g_autofree gint64 *ids = NULL;
  ZbPeople *self;
  guint n;

  if (columns == NULL || !zb_people_list (world, columns, &ids, &n, error))
    return FALSE;
  g_free (sheet->total);
  sheet->total = zb_people_total (world, columns, ids, n, &sheet->several);
  self = g_new0 (ZbPeople, 1);
  self->sheet = sheet;
  self->columns = zb_member_columns_ref (columns);
  self->tree = zb_org_tree_ref (world->tree);
  self->ids = g_steal_pointer (&ids);
  zb_sheet_set_source (sheet, &people_source, self, n);
  return TRUE;
}

/* What may be chosen for a branch: the words by which lists and the import name it. */
static GPtrArray *
branch_words (const ZbRosterWorld *world, GHashTable *names)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < zb_org_tree_size (world->tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (world->tree, i);
      const char *name = g_hash_table_lookup (names, &org->id);
      gboolean is_closed = zb_date_is_set (org->closed) && zb_date_compare (org->closed, world->request->as_of) <= 0;

      if (org->kind != ZB_ORG_GROUP && !is_closed && name != NULL && g_hash_table_add (seen, (gpointer) name))
        g_ptr_array_add (words, g_strdup (name));
    }
  return words;
}

static gboolean
prepare (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  ZbPeople *self = sheet->data;
  ZbDate day = world->request->as_of;
  g_autoptr(ZbRules) rules = zb_rules_load (world->db, error);

  self->n_columns = zb_sheet_n_columns (sheet);
  self->makers = g_new0 (ZbCellMaker, MAX (self->n_columns, 1));
  self->made = g_new0 (char *, MAX (self->n_columns, 1));
  self->day = zb_date_to_text (day);
  self->branches = zb_roster_world_org_names (world);
  sheet->branches = branch_words (world, self->branches);
  if (rules == NULL || !prepare_makers (self, world->db, error) || !(self->extra = zb_people_extra_new (sheet, world, error)) || !(self->posts = zb_members_posts (world->db, day, error)))
    return FALSE;
  self->probation_months = (int) (12 * zb_rules_value (rules, "probation.length", day));
  return TRUE;
}

static const ZbRowColumn computed[] = {
  { "probation_due", "预备期满日", 6, FALSE, TRUE },
  { "sworn_on", "宣誓日期", 6, FALSE, TRUE },
  { "left_on", "离开日期", 6, FALSE, TRUE },
  { "left_to", "去向（原因）", 9, FALSE, FALSE },
};

const ZbRowSource zb_row_source_people = {
  .name = "member",
  .columns = computed,
  .n_columns = G_N_ELEMENTS (computed),
  .list = list,
  .prepare = prepare,
};
