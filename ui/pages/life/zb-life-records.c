/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-records.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "dialogs/zb-records-dialog.h"
#include "service/zb-registry-duty.h"
#include "service/zb-registry-person-life.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-flow.h"

/* Talks that are missing are offered one by one; a branch has not more people than that. */
#define MAX_GAPS 60

static char *
shown (ZbRegistry *registry, const ZbRecord *record, const char *field)
{
  return zb_facts_text (registry, record, zb_kind_field (record->kind, field));
}

/* The texts of some fields, the unknown ones left out. */
static char *
join (ZbRegistry *registry, const ZbRecord *record, const char *const *fields)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *part = shown (registry, record, fields[i]);

      if (part != NULL && *part != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", part);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* “2026.03.01 – 2026.06.30”, an open end left open. */
static char *
with_time (ZbRegistry *registry, const ZbRecord *record, const char *rest)
{
  g_autofree char *from = shown (registry, record, "started_on");
  g_autofree char *to = shown (registry, record, "ended_on");

  if (*from == '\0' && *to == '\0')
    return g_strdup (rest);
  return g_strdup_printf ("%s – %s%s%s", from, *to != '\0' ? to : _("further notice"), *rest != '\0' ? " · " : "", rest);
}

/* Venues and campaigns */

static char *
title_line (ZbRegistry *registry, const ZbRecord *record)
{
  return g_strdup (zb_record_title (record));
}

static char *
venue_detail (ZbRegistry *registry, const ZbRecord *venue)
{
  static const char *const fields[] = { "address", "level", "contact", "phone", "note", NULL };
  g_autofree char *rest = join (registry, venue, fields);

  if (zb_record_get_int (venue, "red_base") != 1)
    return g_steal_pointer (&rest);
  return g_strdup_printf ("%s%s%s", zb_kind_field (venue->kind, "red_base")->words, *rest != '\0' ? " · " : "", rest);
}

static char *
campaign_detail (ZbRegistry *registry, const ZbRecord *campaign)
{
  g_autofree char *note = shown (registry, campaign, "note");

  return with_time (registry, campaign, note);
}

/* Exemptions */

static char *
exemption_line (ZbRegistry *registry, const ZbRecord *record)
{
  static const char *const person[] = { "person", "kind", NULL }, *const org[] = { "org", "kind", NULL };

  return join (registry, record, record->kind == &zb_kind_exemption ? person : org);
}

static char *
exemption_detail (ZbRegistry *registry, const ZbRecord *record)
{
  static const char *const fields[] = { "reason", "document", NULL };
  g_autofree char *rest = join (registry, record, fields);

  return with_time (registry, record, rest);
}

static void
begin_today (ZbRegistry *registry, ZbRecord *record)
{
  g_autofree char *today = zb_date_to_text (zb_registry_today (registry));

  zb_record_set (record, record->kind == &zb_kind_talk ? "on" : "started_on", today);
}

/* Talks */

static char *
talk_line (ZbRegistry *registry, const ZbRecord *talk)
{
  g_autofree char *one = shown (registry, talk, "person");
  g_autofree char *other = shown (registry, talk, "other");

  return g_strdup_printf ("%s — %s", one, other);
}

static char *
talk_detail (ZbRegistry *registry, const ZbRecord *talk)
{
  static const char *const fields[] = { "on", "place", "subject", NULL };

  return join (registry, talk, fields);
}

/* Of the year that the window is about. */
static gboolean
is_of_year (const ZbRecord *talk, gpointer data)
{
  return zb_record_get_date (talk, "on").year == GPOINTER_TO_INT (data);
}

/* Rules */

static char *
rule_line (ZbRegistry *registry, const ZbRecord *rule)
{
  g_autoptr(ZbRules) rules = zb_rules_new (NULL);
  const ZbRule *bundled = rules != NULL ? zb_rules_get (rules, zb_record_title (rule), ZB_DATE_NONE) : NULL;

  /* Translators: %1$s a rule, %2$s the office's own number, %3$g the number of the bundled table */
  return bundled != NULL ? g_strdup_printf (_("%1$s: %2$s instead of %3$g"), bundled->source, zb_record_get (rule, "value"), bundled->value)
                         : g_strdup_printf ("%s: %s", zb_record_title (rule), zb_record_get (rule, "value"));
}

static char *
rule_detail (ZbRegistry *registry, const ZbRecord *rule)
{
  static const char *const fields[] = { "source", "reason", NULL };
  g_autofree char *rest = join (registry, rule, fields);

  return with_time (registry, rule, rest);
}

static const ZbFormSpec plain = { .fields = NULL };

static const ZbRecordListSpec specs[] = {
  { .kind = &zb_kind_talk, .title = N_("Talks"), .add = N_("Add _Talk…"), .none = N_("No talks are entered in this year."), .form = &plain,
    .line = talk_line, .detail = talk_detail, .begin = begin_today, .keeps = is_of_year },
  { .kind = &zb_kind_exemption, .title = N_("Exemptions of Members"), .add = N_("Add _Exemption…"), .none = N_("Nobody is exempt."), .form = &plain,
    .line = exemption_line, .detail = exemption_detail, .begin = begin_today },
  { .kind = &zb_kind_duty_exemption, .title = N_("Exemptions of the Branch"), .add = N_("Add _Exemption…"),
    .none = N_("The branch holds every meeting that the rules ask."), .form = &plain, .line = exemption_line, .detail = exemption_detail,
    .begin = begin_today },
  { .kind = &zb_kind_venue, .title = N_("Venues"), .add = N_("Add _Venue…"), .none = N_("No venues are entered yet."), .form = &plain,
    .line = title_line, .detail = venue_detail },
  { .kind = &zb_kind_campaign, .title = N_("Campaigns of the Office"), .add = N_("Add _Campaign…"),
    .none = N_("The campaigns of the whole Party are there already; enter those of your own office."), .form = &plain, .line = title_line,
    .detail = campaign_detail },
  { .kind = &zb_kind_rule, .title = N_("Own Numbers of Rules"), .add = N_("Change a _Rule…"),
    .none = N_("The numbers of the bundled rules hold. Enter another one where your office has its own, with the reason."), .form = &plain,
    .line = rule_line, .detail = rule_detail },
};

GMenuModel *
zb_life_records_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", _(specs[i].title));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "life.records", "s", specs[i].kind->name);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* Which talks of the year are still to be held; a press enters one. */

typedef struct {
  ZbRegistry *registry; /* (owned) */
  gint64 org;
  int year;
} Gaps;

static void
gaps_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Gaps *) data)->registry);
  g_free (data);
}

static void
on_gap_clicked (GtkButton *button, ZbRecordList *list)
{
  const ZbTalkGap *gap = g_object_get_data (G_OBJECT (button), "gap");
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_talk);

  if (gap->person != 0)
    zb_record_set_int (record, "person", gap->person);
  zb_record_set_int (record, "other", gap->other);
  zb_record_list_add (list, record);
}

static GtkWidget *
gap_button (const ZbTalkGap *gap, ZbRecordList *list)
{
  g_autofree char *label = gap->person != 0 ? g_strdup_printf ("%s — %s", gap->name, gap->other_name) : g_strdup (gap->other_name);
  GtkWidget *button = gtk_button_new_with_label (label);
  ZbTalkGap *kept = g_new0 (ZbTalkGap, 1);

  kept->person = gap->person;
  kept->other = gap->other;
  g_object_set_data_full (G_OBJECT (button), "gap", kept, (GDestroyNotify) zb_talk_gap_free);
  gtk_widget_set_tooltip_text (button, _("Enter this talk"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_gap_clicked), list, 0);
  return button;
}

static void
show_gaps (ZbRecordList *list, Gaps *gaps)
{
  ZbRecordsDialog *dialog = ZB_RECORDS_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (list), ZB_TYPE_RECORDS_DIALOG));
  ZbDate day = { (gint16) gaps->year, 12, 31 };
  guint held = 0;
  g_autoptr(GPtrArray) missing = zb_registry_talks_missing (gaps->registry, gaps->org, gaps->year, &held, NULL);
  g_autofree char *rule = zb_registry_rule_words (gaps->registry, "freq.talk", day);
  g_autofree char *words = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *flow = zb_flow_new (6);
  GtkWidget *label;

  if (missing == NULL || dialog == NULL)
    return;
  /* Translators: %1$u talks of the year that were held, %2$u that are missing, %3$s the rule with its source */
  words = g_strdup_printf (_("Held: %1$u; still to be held: %2$u. Each two of the committee talk with each other, everybody else with one of it (%3$s)."),
                           held, missing->len, rule);
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  for (guint i = 0; i < MIN (missing->len, MAX_GAPS); i++)
    zb_flow_append (ZB_FLOW (flow), gap_button (g_ptr_array_index (missing, i), list));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), flow);
  zb_records_dialog_set_top (dialog, box);
}

static void
watch_gaps (ZbRecordsDialog *dialog, ZbRegistry *registry, gint64 org, int year)
{
  Gaps *gaps = g_new0 (Gaps, 1);

  gaps->registry = g_object_ref (registry);
  gaps->org = org;
  gaps->year = year;
  g_signal_connect_data (zb_records_dialog_get_list (dialog), "filled", G_CALLBACK (show_gaps), gaps, gaps_free, 0);
  zb_record_list_set_data (zb_records_dialog_get_list (dialog), GINT_TO_POINTER (year));
  zb_record_list_refresh (zb_records_dialog_get_list (dialog));
}

void
zb_life_records_open (GtkWidget *widget, ZbRegistry *registry, const char *name, gint64 org, int year)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      gboolean is_of_org = specs[i].kind == &zb_kind_talk || specs[i].kind == &zb_kind_duty_exemption;
      g_autofree char *title = NULL;
      g_autofree char *about = NULL;
      ZbRecordsDialog *dialog;

      if (!g_str_equal (specs[i].kind->name, name))
        continue;
      title = is_of_org ? zb_registry_title (registry, &zb_kind_organization, org) : NULL;
      about = specs[i].kind == &zb_kind_talk ? g_strdup_printf ("%s · %d", title, year) : g_strdup (title);
      dialog = zb_records_dialog_new (registry, &specs[i], is_of_org ? "org" : NULL, is_of_org ? org : 0, about);
      zb_page_present (widget, GTK_WINDOW (dialog));
      if (specs[i].kind == &zb_kind_talk)
        watch_gaps (dialog, registry, org, year);
    }
}
