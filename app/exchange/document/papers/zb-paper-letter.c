/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-numerals.h"
#include "exchange/document/papers/zb-papers.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* 党员组织关系介绍信: the stub that stays, the letter that goes along, the receipt that comes back, with the number across the seams
 * where the seal is set; and 党员证明信, which has a stub only. They say what stands in the register of those issued: printed again, a
 * letter has the same number. Figures that could be changed by a stroke stand in capital numerals. */

#define BLANK_DAY "　　　　年　　月　　日"

typedef struct {
  ZbRecord *letter;
  ZbRecord *member; /* on the day of the letter */
  gboolean masked;
  char *number;  /* 〔2026〕第12号 */
  char *seam;    /* 贰零贰陆年第壹拾贰号 */
  char *day;
} Facts;

static void
facts_clear (Facts *facts)
{
  g_clear_pointer (&facts->letter, zb_record_free);
  g_clear_pointer (&facts->member, zb_record_free);
  g_free (facts->number);
  g_free (facts->seam);
  g_free (facts->day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

/* 2026-0012, as the register gives them. */
static gboolean
is_own_number (const char *number, guint64 *out_year, guint64 *out_place)
{
  g_autofree char *year = g_strndup (number, 4);

  return strlen (number) > 5 && number[4] == '-' && g_ascii_string_to_unsigned (year, 10, 1, 9999, out_year, NULL)
         && g_ascii_string_to_unsigned (number + 5, 10, 1, G_MAXUINT, out_place, NULL);
}

/* A number that somebody else gave stands as it was written. */
static void
make_numbers (Facts *facts)
{
  const char *number = zb_text_words (facts->letter, "number");
  guint64 year, place;

  if (is_own_number (number, &year, &place))
    {
      g_autofree char *capital_year = zb_numerals_capital_digits ((guint) year), *capital = zb_numerals_capital ((guint) place);

      facts->number = g_strdup_printf ("〔%u〕第%u号", (guint) year, (guint) place);
      facts->seam = g_strdup_printf ("%s年第%s号（骑缝章）", capital_year, capital);
      return;
    }
  facts->number = strstr (number, "号") != NULL ? g_strdup (number) : g_strdup_printf ("第%s号", number);
  facts->seam = g_strdup_printf ("%s（骑缝章）", facts->number);
}

static gboolean
load (Facts *facts, ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  if (!(facts->letter = zb_records_get (db, &zb_kind_letter, request->letter, FALSE, error))
      || !(facts->member = zb_records_get (db, &zb_kind_member, zb_record_get_int (facts->letter, "person"), request->identity != ZB_IDENTITY_BY_HAND, error))
      || !zb_members_derive (db, facts->member, zb_record_get_date (facts->letter, "issued_on"), error))
    return FALSE;
  facts->masked = request->identity == ZB_IDENTITY_MASKED;
  facts->day = zb_day_words (zb_record_get_date (facts->letter, "issued_on"));
  make_numbers (facts);
  return TRUE;
}

/* What is private, as it was asked for; a place to write it in otherwise. */
static char *
private_words (const Facts *facts, const char *field)
{
  const char *value = zb_record_get (facts->member, field);

  return value != NULL ? zb_field_show (zb_kind_field (&zb_kind_member, field), value, facts->masked) : g_strdup (ZB_BLANK);
}

static const char *
category_words (const Facts *facts)
{
  const char *category = zb_text_words (facts->member, "category");

  return strcmp (category, "probationary") == 0 ? "预备党员" : strcmp (category, "full") == 0 ? "正式党员" : "＿＿＿＿党员";
}

/* （男，41岁，汉族） */
static char *
person_words (const Facts *facts)
{
  const char *sex = zb_label_words (facts->member, "sex"), *age = zb_record_get (facts->member, "age"), *people = zb_label_words (facts->member, "ethnicity");

  return g_strdup_printf ("（%s，%s岁，%s）", *sex != '\0' ? sex : "＿＿", age != NULL ? age : "＿＿", *people != '\0' ? people : "＿＿＿族");
}

/* 该同志党费已交到贰零贰陆年陆月。 */
static char *
dues_words (const Facts *facts)
{
  g_autofree char *month = zb_numerals_capital_month (zb_record_get_date (facts->letter, "dues_until"));

  return g_strdup_printf ("该同志党费已交到%s。", *month != '\0' ? month : "＿＿＿＿年＿＿月");
}

static char *
validity_words (const Facts *facts)
{
  gint64 days = zb_record_get_int (facts->letter, "valid_days");
  g_autofree char *capital = days > 0 ? zb_numerals_capital ((guint) days) : g_strdup ("＿＿＿");

  return g_strdup_printf ("（有效期%s天）", capital);
}

static void
add_sealed (ZbDocument *document, const char *who, const char *day)
{
  g_autofree char *words = g_strdup_printf ("%s（盖章）", who);

  zb_document_add_signature (document, words, day);
}

static void
add_addressee (ZbDocument *document, const Facts *facts)
{
  const char *addressee = zb_record_get (facts->letter, "addressee");
  g_autofree char *words = g_strdup_printf ("%s：", addressee != NULL ? addressee : "＿＿＿＿＿＿＿＿＿＿");

  zb_document_add_line (document, words);
}

static void
add_stub (ZbDocument *document, const Facts *facts, const char *title, const char *what)
{
  g_autofree char *heading = g_strdup_printf ("%s存根", title);
  g_autofree char *validity = validity_words (facts);
  g_autofree char *handled = g_strdup_printf ("经办人：%s　　　　%s", zb_or_blank (zb_text_words (facts->letter, "handler")), facts->day);

  zb_document_add_title (document, heading);
  zb_document_add_note (document, facts->number);
  zb_document_add_text (document, what, 0);
  zb_document_add_line (document, validity);
  zb_document_add_line (document, handled);
}

static char *
transfer_stub_words (const Facts *facts)
{
  return g_strdup_printf ("%s同志系中共%s，组织关系由%s转到%s。", zb_text_words (facts->letter, "name"), category_words (facts),
                          zb_or_blank (zb_text_words (facts->letter, "from_org")), zb_or_blank (zb_text_words (facts->letter, "to_org")));
}

static void
add_transfer (ZbDocument *document, const Facts *facts)
{
  g_autofree char *person = person_words (facts), *id_number = private_words (facts, "id_number"), *phone = private_words (facts, "phone");
  g_autofree char *dues = dues_words (facts), *validity = validity_words (facts);
  g_autofree char *words = g_strdup_printf ("%s同志%s，系中共%s，身份证号码%s，由%s去%s，请转接组织关系。%s", zb_text_words (facts->letter, "name"), person,
                                            category_words (facts), id_number, zb_or_blank (zb_text_words (facts->letter, "from_org")),
                                            zb_or_blank (zb_text_words (facts->letter, "to_org")), dues);
  g_autofree char *own = g_strdup_printf ("党员联系电话（或其他联系方式）：%s", phone);
  g_autofree char *office = g_strdup_printf ("开具单位联系电话：%s　　　　经办人：%s", zb_or_blank (zb_text_words (facts->letter, "phone")),
                                             zb_or_blank (zb_text_words (facts->letter, "handler")));

  zb_document_add_title (document, "中国共产党党员组织关系介绍信");
  zb_document_add_note (document, facts->number);
  add_addressee (document, facts);
  zb_document_add_text (document, words, 0);
  zb_document_add_line (document, validity);
  add_sealed (document, zb_text_words (facts->letter, "issuer"), facts->day);
  zb_document_add_line (document, own);
  zb_document_add_line (document, office);
}

static void
add_receipt (ZbDocument *document, const Facts *facts)
{
  g_autofree char *addressee = g_strdup_printf ("%s：", zb_text_words (facts->letter, "issuer"));
  g_autofree char *words = g_strdup_printf ("%s同志的党员组织关系已转接到我处，特此回复。", zb_text_words (facts->letter, "name"));

  zb_document_add_title (document, "中国共产党党员组织关系介绍信回执联");
  zb_document_add_note (document, facts->number);
  zb_document_add_line (document, addressee);
  zb_document_add_text (document, words, 0);
  add_sealed (document, "　　　　　　　　", BLANK_DAY);
  zb_document_add_line (document, "经办人：" ZB_BLANK "　　　　联系电话：" ZB_BLANK ZB_BLANK);
}

static char *
proof_stub_words (const Facts *facts)
{
  return g_strdup_printf ("%s同志系%s%s，因%s开具党员证明信，去向：%s。", zb_text_words (facts->letter, "name"),
                          zb_or_blank (zb_text_words (facts->letter, "from_org")), category_words (facts), zb_or_blank (zb_text_words (facts->letter, "purpose")),
                          zb_or_blank (zb_text_words (facts->letter, "to_org")));
}

static void
add_proof (ZbDocument *document, const Facts *facts)
{
  g_autofree char *person = person_words (facts), *id_number = private_words (facts, "id_number"), *dues = dues_words (facts);
  g_autofree char *validity = validity_words (facts), *joined = zb_day_words (zb_record_get_date (facts->member, "joined_on"));
  const char *purpose = zb_record_get (facts->letter, "purpose"), *to = zb_record_get (facts->letter, "to_org");
  g_autofree char *why = purpose != NULL || to != NULL ? g_strdup_printf ("现因%s前往%s，", zb_or_blank (purpose), zb_or_blank (to)) : g_strdup ("");
  g_autofree char *words = g_strdup_printf ("兹证明%s同志%s，身份证号码%s，于%s加入中国共产党，系%s%s。%s%s特此证明。",
                                            zb_text_words (facts->letter, "name"), person, id_number, zb_or_blank (joined),
                                            zb_or_blank (zb_text_words (facts->letter, "from_org")), category_words (facts), why, dues);
  g_autofree char *office = g_strdup_printf ("开具单位联系电话：%s　　　　经办人：%s", zb_or_blank (zb_text_words (facts->letter, "phone")),
                                             zb_or_blank (zb_text_words (facts->letter, "handler")));

  zb_document_add_title (document, "中国共产党党员证明信");
  zb_document_add_note (document, facts->number);
  add_addressee (document, facts);
  zb_document_add_text (document, words, 0);
  zb_document_add_line (document, validity);
  add_sealed (document, zb_text_words (facts->letter, "issuer"), facts->day);
  zb_document_add_line (document, office);
}

ZbDocument *
zb_paper_letter (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_auto(Facts) facts = { 0 };
  g_autofree char *stub = NULL;
  gboolean is_transfer;
  ZbDocument *document;

  if (!load (&facts, db, request, error))
    return NULL;
  is_transfer = strcmp (zb_text_words (facts.letter, "kind"), "transfer") == 0;
  stub = is_transfer ? transfer_stub_words (&facts) : proof_stub_words (&facts);
  document = zb_document_new_empty (request->kind, ZB_LOOK_PARTS);
  g_free (document->title);
  document->title = g_strdup_printf ("%s%s", zb_text_words (facts.letter, "name"), is_transfer ? "党员组织关系介绍信" : "党员证明信");
  add_stub (document, &facts, is_transfer ? "中国共产党党员组织关系介绍信" : "中国共产党党员证明信", stub);
  zb_document_add_seam (document, facts.seam);
  if (is_transfer)
    {
      add_transfer (document, &facts);
      zb_document_add_seam (document, facts.seam);
      add_receipt (document, &facts);
    }
  else
    add_proof (document, &facts);
  if (request->identity == ZB_IDENTITY_WHOLE)
    document->private_fields = is_transfer ? "id_number,phone" : "id_number";
  return document;
}
