/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-record-rows.h"

#include <string.h>

#include "core/zb-hanzi.h"
#include "exchange/paper/zb-meeting-facts.h"
#include "store/zb-records.h"

typedef struct {
  ZbDb *db;              /* (unowned) */
  ZbOrgTree *tree;       /* (owned) */
  GHashTable *org_names; /* (owned): id → words, borrowed from the tree */
  ZbSheet *sheet;        /* (unowned): owns us */
  GPtrArray *records;    /* (owned) (element-type ZbRecord) */
  const ZbRowSource *source;
  ZbRecordCell cell;     /* (nullable) */
  gpointer data;         /* (owned) (nullable) */
  GDestroyNotify destroy;
  GPtrArray *texts;      /* (owned): of the row at hand */
} ZbRecordRows;

static void
rows_free (gpointer data)
{
  ZbRecordRows *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_pointer (&self->org_names, g_hash_table_unref);
  g_clear_pointer (&self->tree, zb_org_tree_unref);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* The name by which people know the record that a link leads to. */
static char *
link_text (ZbRecordRows *self, const ZbField *field, const char *value)
{
  gint64 id = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  const char *org = strcmp (field->link, "organization") == 0 ? g_hash_table_lookup (self->org_names, &id) : NULL;

  if (id == 0)
    return g_strdup ("");
  return org != NULL ? g_strdup (org) : zb_records_title (self->db, zb_kind_get (field->link), id);
}

/* The text of a field or of a computed column. */
static char *
text_of (ZbRecordRows *self, const ZbRecord *record, const ZbField *field, const char *column)
{
  const ZbRosterRequest *request = zb_sheet_request (self->sheet);
  char *text;

  if (field == NULL)
    {
      gboolean is_computed = self->cell != NULL && zb_row_source_column (self->source, column) != NULL;

      text = is_computed ? self->cell (self->data, record, column, request->as_of) : NULL;
    }
  else if (field->type == ZB_FIELD_LINK)
    text = link_text (self, field, zb_record_get (record, field->name));
  else
    text = zb_field_show (field, zb_record_get (record, field->name), (field->flags & ZB_FIELD_PRIVATE) && !request->internal);
  return text != NULL ? text : g_strdup ("");
}

static gboolean
rows_row (gpointer data, guint row, const char **out_cells, GError **error)
{
  ZbRecordRows *self = data;
  const ZbRecord *record = g_ptr_array_index (self->records, row);

  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < zb_sheet_n_columns (self->sheet); i++)
    {
      const ZbSheetColumn *column = zb_sheet_column (self->sheet, i);
      char *text = strcmp (column->name, "row") == 0 ? g_strdup_printf ("%u", row + 1)
                                                     : text_of (self, record, column->field, column->name);

      g_ptr_array_add (self->texts, text);
      out_cells[i] = text;
    }
  return TRUE;
}

static const ZbSheetSource rows_source = { .row = rows_row, .free = rows_free };

/* Which records are asked for. */

static gint64
org_of (const ZbRecord *record, const char *org_field)
{
  return strcmp (org_field, "id") == 0 ? record->id : zb_record_get_int (record, org_field);
}

/* Whether a record falls into the time that the list speaks of; one without a day falls into none. */
static gboolean
is_in_time (const ZbRosterRequest *request, const ZbRecord *record)
{
  const char *field = request->roster->day_field;
  ZbDate day, from, to;

  if (field == NULL)
    return TRUE;
  day = zb_record_get_date (record, field);
  zb_roster_request_period (request, &from, &to);
  return zb_date_is_set (day) && !zb_date_is_before (day, from) && !zb_date_is_before (to, day);
}

/* Leaves out of @records what the request does not ask for. */
static gboolean
keep_asked (ZbRosterWorld *world, GPtrArray *records, const ZbKind *kind, const char *org_field, GError **error)
{
  const ZbRosterRequest *request = world->request;
  g_autoptr(ZbFilter) own = zb_filter_parse_fields (kind, request->roster->filter, world->tree, error);
  g_autoptr(GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint kept = 0;

  if (own == NULL)
    return FALSE;
  for (guint i = 0; i < request->n_ids; i++)
    g_hash_table_add (chosen, &request->ids[i]);
  for (guint i = 0; i < records->len; i++)
    {
      ZbRecord *record = g_steal_pointer (&records->pdata[i]);
      gboolean is_asked = request->ids != NULL ? g_hash_table_contains (chosen, &record->id)
                          : (org_field == NULL || zb_roster_world_has_org (world, org_of (record, org_field)))
                              && is_in_time (request, record) && zb_filter_matches (own, record)
                              && zb_filter_matches (request->filter, record);

      if (is_asked)
        records->pdata[kept++] = record;
      else
        zb_record_free (record);
    }
  g_ptr_array_set_size (records, (int) kept);
  return TRUE;
}

/* Their order. */

typedef struct {
  ZbRecord *record;
  char *text;     /* of the column, for computed ones and texts */
  gint64 number;  /* of a number, or the place of the organisation */
  guint8 key[ZB_HANZI_KEY_MAX];
  gsize length;
  guint place;    /* as it came */
} Sorted;

/* The unknown last; what is alike stays as it came. */
static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *left = a, *right = b;
  gboolean left_empty = left->text != NULL && *left->text == '\0', right_empty = right->text != NULL && *right->text == '\0';
  int order = left_empty - right_empty;

  if (order == 0 && left->length > 0 && right->length > 0)
    order = memcmp (left->key, right->key, MIN (left->length, right->length));
  if (order == 0 && left->text != NULL && left->length == 0)
    order = strcmp (left->text, right->text);
  if (order == 0)
    order = left->number < right->number ? -1 : left->number > right->number;
  return order != 0 ? order : left->place < right->place ? -1 : 1;
}

static void
fill_key (ZbRecordRows *self, const char *order, Sorted *one)
{
  const ZbKind *kind = one->record->kind;
  const ZbField *field = zb_kind_field (kind, order);
  const ZbRowColumn *column = zb_row_source_column (self->source, order);

  if (column == NULL && field == NULL)
    return;
  /* Dates are compared as they are stored, numbers by their size, names by their pinyin. */
  if (field != NULL && field->type == ZB_FIELD_DATE)
    one->text = g_strdup (zb_record_get (one->record, order) != NULL ? zb_record_get (one->record, order) : "");
  else
    one->text = text_of (self, one->record, column != NULL ? NULL : field, order);
  if (column != NULL ? column->is_number : field->type == ZB_FIELD_INTEGER || field->type == ZB_FIELD_MONEY)
    {
      one->number = g_ascii_strtoll (one->text, NULL, 10);
      if (*one->text != '\0')
        g_clear_pointer (&one->text, g_free);
    }
  else if (column == NULL && field->type != ZB_FIELD_DATE)
    one->length = zb_hanzi_pinyin_key (one->text, NULL, one->key, sizeof one->key);
}

static void
sort (ZbRecordRows *self, const char *order, const char *org_field)
{
  guint n = self->records->len;
  g_autofree Sorted *sorted = g_new0 (Sorted, n + 1);

  for (guint i = 0; i < n; i++)
    {
      Sorted *one = &sorted[i];

      one->record = g_ptr_array_index (self->records, i);
      one->place = i;
      if (strcmp (order, "tree") != 0)
        fill_key (self, order, one);
      else if (org_field != NULL)
        {
          const ZbOrg *org = zb_org_tree_get (self->tree, org_of (one->record, org_field));

          one->number = org != NULL ? org->position : G_MAXUINT;
        }
    }
  qsort (sorted, n, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < n; i++)
    {
      self->records->pdata[i] = sorted[i].record;
      g_free (sorted[i].text);
    }
}

gboolean
zb_record_rows_can_order (const ZbRoster *roster, const char *order)
{
  const ZbField *field = zb_kind_field (zb_kind_get (roster->kind), order);

  if (strcmp (order, "tree") == 0)
    return TRUE;
  return zb_row_source_column (zb_row_source_for (roster), order) != NULL
         || (field != NULL && zb_field_is_stored (field) && (field->flags & (ZB_FIELD_PRIVATE | ZB_FIELD_HIDDEN)) == 0);
}

gboolean
zb_record_rows_set (ZbSheet *sheet, ZbRosterWorld *world, GPtrArray *records, const char *org_field, ZbRecordCell cell,
                    gpointer data, GDestroyNotify destroy, GError **error)
{
  const ZbKind *kind = zb_kind_get (world->request->roster->kind);
  ZbRecordRows *self = g_new0 (ZbRecordRows, 1);
  gint64 first = 0;

  self->db = world->db;
  self->sheet = sheet;
  self->tree = zb_org_tree_ref (world->tree);
  self->org_names = zb_roster_world_org_names (world);
  self->source = zb_row_source_for (world->request->roster);
  self->records = records;
  self->cell = cell;
  self->data = data;
  self->destroy = destroy;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  zb_sheet_set_source (sheet, &rows_source, self, 0);
  if (!keep_asked (world, records, kind, org_field, error))
    return FALSE;
  sort (self, zb_roster_request_get_order (world->request), org_field);
  for (guint i = 0; i < records->len && org_field != NULL; i++)
    {
      gint64 org = org_of (g_ptr_array_index (records, i), org_field);

      sheet->several = sheet->several || (first != 0 && org != first);
      first = org;
    }
  sheet->n_rows = records->len;
  return TRUE;
}

const ZbRecord *
zb_record_rows_at (ZbSheet *sheet, guint row)
{
  return g_ptr_array_index (((ZbRecordRows *) sheet->data)->records, row);
}

/* Any kind, plainly: all of its records, or those that are parts of one meeting. */

static gboolean
list (ZbSheet *sheet, ZbRosterWorld *world, GError **error)
{
  const ZbKind *kind = zb_kind_get (world->request->roster->kind);
  gboolean is_of_meeting = world->request->roster->subject == ZB_ROSTER_OF_MEETING;
  g_autofree char *meeting = is_of_meeting ? g_strdup_printf ("%" G_GINT64_FORMAT, world->request->subject) : NULL;
  GPtrArray *records = zb_records_list (world->db, kind, is_of_meeting ? "meeting" : NULL, meeting, kind->private_table != NULL, error);
  const ZbField *org = is_of_meeting ? NULL : zb_kind_field (kind, "org");

  if (records == NULL || !zb_record_rows_set (sheet, world, records, org != NULL ? org->name : NULL, NULL, NULL, NULL, error))
    return FALSE;
  if (is_of_meeting)
    {
      g_autoptr(ZbMeetingFacts) facts = zb_meeting_facts_load (world->db, world->request->subject, world->today, error);

      if (facts == NULL)
        return FALSE;
      zb_meeting_facts_head (facts, sheet);
    }
  g_free (sheet->total);
  sheet->total = g_strdup_printf ("共 %u 项。", sheet->n_rows);
  return TRUE;
}

const ZbRowSource zb_row_source_records = { .list = list };
