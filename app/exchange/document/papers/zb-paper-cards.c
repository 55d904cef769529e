/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/document/papers/zb-papers.h"
#include "exchange/zb-sheet.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* 政治生日贺卡 and 入党纪念证书: of the people of a ceremony, of one person, or of those whose birthday is in a month. */

/* Somebody for whom a card is made. */
typedef struct {
  gint64 person;
  char *name;
  ZbDate joined;
  char *introducers; /* (nullable) */
  char *branch;      /* (nullable) */
} Person;

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person->introducers);
  g_free (person->branch);
  g_free (person);
}

static char *
introducers_of (const ZbRecord *member)
{
  const char *one = zb_record_get (member, "introducer1"), *two = zb_record_get (member, "introducer2");

  return one != NULL && two != NULL ? g_strdup_printf ("%s、%s", one, two) : g_strdup (one != NULL ? one : two);
}

static gboolean
add_member (GPtrArray *out, ZbDb *db, gint64 id, ZbDate day, GError **error)
{
  g_autoptr(ZbRecord) member = zb_records_get (db, &zb_kind_member, id, FALSE, error);
  g_autoptr(ZbOrgTree) tree = member != NULL ? zb_org_tree_load (db, day, TRUE, error) : NULL;
  const ZbOrg *org;
  Person *person;

  if (tree == NULL || !zb_members_derive (db, member, day, error))
    return FALSE;
  org = zb_org_tree_get (tree, zb_record_get_int (member, "branch"));
  person = g_new0 (Person, 1);
  person->person = id;
  person->name = g_strdup (zb_record_title (member));
  person->joined = zb_record_get_date (member, "joined_on");
  person->introducers = introducers_of (member);
  person->branch = org != NULL ? g_strdup (org->name) : NULL;
  g_ptr_array_add (out, person);
  return TRUE;
}

/* Those of a ceremony who have a role, as they were on the day. */
static gboolean
add_of_ceremony (GPtrArray *out, ZbDb *db, const ZbRecord *ceremony, const char *role, const char *org, GError **error)
{
  g_autoptr(GPtrArray) people = zb_meeting_parts (db, &zb_kind_ceremony_person, "ceremony", ceremony->id, "number", error);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (people, i);
      Person *person;

      if (strcmp (zb_text_words (row, "role"), role) != 0)
        continue;
      person = g_new0 (Person, 1);
      person->person = zb_record_get_int (row, "person");
      person->name = g_strdup (zb_text_words (row, "name"));
      person->joined = zb_record_get_date (row, "joined_on");
      person->introducers = g_strdup (zb_record_get (row, "introducers"));
      person->branch = g_strdup (org);
      g_ptr_array_add (out, person);
    }
  return people != NULL;
}

/* Those whose political birthday is in the month, in the order of the list of birthdays. */
static gboolean
add_of_month (GPtrArray *out, ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbRosterRequest) list = zb_roster_request_new (zb_roster_get ("birthdays"), request->as_of);
  g_autoptr(ZbSheet) sheet = NULL;
  g_autofree const char **cells = NULL;

  list->org = request->org;
  list->from = request->month;
  list->columns = g_strsplit ("id", ",", -1);
  if (!(sheet = zb_sheet_new (db, NULL, list, error)))
    return FALSE;
  cells = g_new0 (const char *, zb_sheet_n_columns (sheet));
  for (guint i = 0; i < zb_sheet_n_rows (sheet); i++)
    if (!zb_sheet_row (sheet, i, cells, error) || !add_member (out, db, g_ascii_strtoll (cells[0], NULL, 10), request->as_of, error))
      return FALSE;
  return TRUE;
}

/* Everybody who gets a card. @out_ceremony: (out) (nullable) (transfer full) */
static GPtrArray *
collect (ZbDb *db, const ZbDocumentRequest *request, const ZbMeetingFacts *facts, const char *role, ZbRecord **out_ceremony, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func (person_free);
  gboolean good;

  *out_ceremony = NULL;
  if (request->person != 0)
    good = add_member (out, db, request->person, request->as_of, error);
  else if (facts == NULL)
    good = add_of_month (out, db, request, error);
  else
    good = (*out_ceremony = zb_meeting_ceremony (db, request->meeting, error)) != NULL
           && add_of_ceremony (out, db, *out_ceremony, role, zb_meeting_facts_org_name (facts), error);
  if (!good)
    return NULL;
  return out->len > 0 ? g_steal_pointer (&out) : zb_paper_refuse (error, "nobody-to-name");
}

/* 党龄 on a day, in words; "" for a probationer and for what is not known. */
static char *
standing_words (ZbDb *db, gint64 id, ZbDate day)
{
  g_autoptr(ZbRecord) member = id != 0 ? zb_records_get (db, &zb_kind_member, id, FALSE, NULL) : NULL;
  const char *years;

  if (member == NULL || !zb_members_derive (db, member, day, NULL))
    return g_strdup ("");
  years = zb_text_words (member, "standing");
  return *years != '\0' && strspn (years, "0123456789") == strlen (years) ? g_strdup_printf ("，党龄%s年", years) : g_strdup ("");
}

/* The birthday of the year that the card is for; of a month when the day is not known. */
static ZbDate
birthday_of (const Person *person, ZbDate when)
{
  return (ZbDate) { when.year, person->joined.month, person->joined.day };
}

static char *
birthday_words (ZbDb *db, const Person *person, ZbDate when, const char *wish)
{
  ZbDate birthday = birthday_of (person, when);
  g_autofree char *joined = zb_day_words (person->joined);
  g_autofree char *day = zb_day_words (birthday);
  g_autofree char *standing = standing_words (db, person->person, (ZbDate) { birthday.year, MAX (birthday.month, 1), MAX (birthday.day, 1) });
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s同志：\n", person->name);
  if (!zb_date_is_set (person->joined))
    g_string_append (out, "您于　　　　年　　月　　日加入中国共产党。\n");
  else if (birthday.year > person->joined.year && birthday.month != 0)
    g_string_append_printf (out, "您于%s加入中国共产党。%s是您入党%d周年的政治生日%s。\n", joined, day, birthday.year - person->joined.year, standing);
  else
    g_string_append_printf (out, "您于%s加入中国共产党。\n", joined);
  g_string_append (out, wish != NULL && *wish != '\0' ? wish : ZB_RULE "\n" ZB_RULE);
  return g_string_free (out, FALSE);
}

static char *
seal_words (const char *org, ZbDate day)
{
  g_autofree char *words = zb_day_words (day);

  return g_strdup_printf ("%s（盖章）\n%s", zb_or_blank (org), words);
}

/* The facts of the meeting, when the cards are those of one. Returns: %FALSE on an error only */
static gboolean
load_facts (ZbDb *db, const ZbDocumentRequest *request, ZbMeetingFacts **out_facts, GError **error)
{
  *out_facts = NULL;
  return request->meeting == 0 || (*out_facts = zb_meeting_facts_load (db, request->meeting, request->as_of, error)) != NULL;
}

static ZbDate
day_of (const ZbDocumentRequest *request, const ZbMeetingFacts *facts)
{
  ZbDate day = facts != NULL ? zb_meeting_day (facts->meeting) : ZB_DATE_NONE;

  return zb_date_is_set (day) ? day : request->as_of;
}

ZbDocument *
zb_paper_birthday_cards (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(ZbRecord) ceremony = NULL;
  ZbDocument *document;
  ZbDate day, when;

  if (!load_facts (db, request, &facts, error) || !(people = collect (db, request, facts, "honoured", &ceremony, error)))
    return NULL;
  day = day_of (request, facts);
  when = facts == NULL && zb_date_is_set (request->month) ? request->month : day;
  document = zb_document_new_empty (request->kind, ZB_LOOK_BARE);
  g_free (document->title);
  document->title = facts != NULL ? g_strdup_printf ("%s贺卡", zb_text_words (facts->meeting, "title")) : g_strdup ("政治生日贺卡");
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = g_ptr_array_index (people, i);
      g_autofree char *words = birthday_words (db, person, when, ceremony != NULL ? zb_record_get (ceremony, "wish") : NULL);
      g_autofree char *last = seal_words (person->branch, facts != NULL ? day : birthday_of (person, when));

      zb_document_add_card (document, request->per_page == 4 ? 4 : 2, "政治生日贺卡", words, last);
    }
  return document;
}

static char *
certificate_words (const Person *person, const ZbMeetingFacts *facts, const ZbRecord *ceremony)
{
  g_autofree char *joined = zb_day_words (person->joined);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s同志：\n您于%s加入中国共产党", person->name, *joined != '\0' ? joined : "　　　　年　　月　　日");
  if (person->introducers != NULL)
    g_string_append_printf (out, "，入党介绍人：%s", person->introducers);
  g_string_append (out, "。");
  if (facts != NULL)
    {
      g_autofree char *day = zb_day_words (zb_meeting_day (facts->meeting));
      const char *place = zb_record_get (facts->meeting, "place");

      g_string_append_printf (out, "%s，您%s%s%s宣誓。", zb_or_blank (day), place != NULL ? "在" : "", place != NULL ? place : "",
                              ceremony != NULL && zb_record_get_int (ceremony, "flag") == 1 ? "面向党旗" : "");
    }
  g_string_append (out, "\n特发此证，以资纪念。");
  return g_string_free (out, FALSE);
}

ZbDocument *
zb_paper_certificates (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbMeetingFacts) facts = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(ZbRecord) ceremony = NULL;
  ZbDocument *document;

  if (!load_facts (db, request, &facts, error) || !(people = collect (db, request, facts, "swearer", &ceremony, error)))
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_BARE);
  document->landscape = TRUE;
  g_free (document->title);
  document->title = facts != NULL ? g_strdup_printf ("%s纪念证书", zb_text_words (facts->meeting, "title")) : g_strdup ("入党纪念证书");
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = g_ptr_array_index (people, i);
      g_autofree char *words = certificate_words (person, facts, ceremony);
      g_autofree char *last = seal_words (person->branch, day_of (request, facts));

      zb_document_add_card (document, 1, "入党纪念证书", words, last);
    }
  return document;
}
