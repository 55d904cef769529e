/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-service-lists.h"

#include <glib/gi18n.h>

#include "dialogs/zb-records-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"

/* The texts of some fields, the unknown ones left out. */
static char *
join (ZbRegistry *registry, const ZbRecord *record, const char *const *fields)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *part = zb_facts_text (registry, record, zb_kind_field (record->kind, fields[i]));

      if (part != NULL && *part != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", part);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_below (const ZbServiceScope *scope, gint64 org)
{
  ZbOrgTree *tree = zb_registry_tree (scope->registry);

  return scope->org == 0 || org == scope->org || (tree != NULL && zb_org_tree_is_below (tree, org, scope->org));
}

/* Whose people belong there; who belongs nowhere is shown everywhere, not to be lost. */
static gboolean
person_is_below (const ZbServiceScope *scope, gint64 person)
{
  ZbMemberColumns *columns = zb_registry_columns (scope->registry);
  int index = columns != NULL ? zb_member_columns_find (columns, person) : -1;
  ZbMemberEntry entry;

  if (index < 0)
    return TRUE;
  zb_member_columns_get (columns, (guint) index, &entry);
  return entry.org == 0 || is_below (scope, entry.org);
}

static gboolean
keeps_org (const ZbRecord *record, gpointer data)
{
  return data == NULL || is_below (data, zb_record_get_int (record, "org"));
}

static gboolean
keeps_person (const ZbRecord *record, gpointer data)
{
  return data == NULL || person_is_below (data, zb_record_get_int (record, "person"));
}

static char *
title_line (ZbRegistry *registry, const ZbRecord *record)
{
  return zb_facts_text (registry, record, zb_kind_field (record->kind, record->kind->title_field));
}

static const ZbFormSpec plain = { .fields = NULL };

/* Members of a team */

static const char *const member_fields[] = { "person", "name", "role", "joined_on", "left_on", NULL };
static const ZbFormSpec member_form = { member_fields, "name", N_("As the member is called"), NULL, NULL };

static char *
member_detail (ZbRegistry *registry, const ZbRecord *member)
{
  static const char *const fields[] = { "role", "joined_on", "left_on", NULL };

  return join (registry, member, fields);
}

static const ZbRecordListSpec members_spec = {
  .kind = &zb_kind_team_member, .title = N_("Members of the Team"), .add = N_("Add _Member…"), .none = N_("Nobody is in the team yet."),
  .form = &member_form, .line = title_line, .detail = member_detail,
};

typedef struct {
  ZbRegistry *registry; /* (owned) */
  gint64 id;
} About;

static void
about_free (gpointer about, GClosure *closure)
{
  g_object_unref (((About *) about)->registry);
  g_free (about);
}

static GtkWidget *
row_button (ZbRegistry *registry, gint64 id, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  About *about = g_new0 (About, 1);

  about->registry = g_object_ref (registry);
  about->id = id;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", clicked, about, about_free, 0);
  return button;
}

static void
on_members_clicked (GtkWidget *button, About *about)
{
  g_autofree char *title = zb_registry_title (about->registry, &zb_kind_team, about->id);

  zb_page_present (button, GTK_WINDOW (zb_records_dialog_new (about->registry, &members_spec, "team", about->id, title)));
}

/* Teams */

static char *
team_detail (ZbRegistry *registry, const ZbRecord *team)
{
  static const char *const fields[] = { "kind", "org", "captain", "founded_on", "task", "closed_on", NULL };

  return join (registry, team, fields);
}

static GtkWidget *
team_suffix (ZbRegistry *registry, const ZbRecord *team)
{
  return row_button (registry, team->id, _("Members…"), G_CALLBACK (on_members_clicked));
}

static const ZbRecordListSpec teams_spec = {
  .kind = &zb_kind_team, .title = N_("Teams"), .add = N_("Add _Team…"),
  .none = N_("No teams yet: volunteer teams, task forces, lecturers."), .form = &plain, .line = title_line, .detail = team_detail, .keeps = keeps_org,
  .suffix = team_suffix,
};

/* Volunteers */

static const ZbRecordListSpec feedback_spec = {
  .kind = &zb_kind_community_feedback, .title = N_("Words From the Community"), .add = N_("Add _Word…"),
  .none = N_("The community has not written yet; it does once a quarter."), .form = &plain, .line = title_line,
};

static void
on_feedback_clicked (GtkWidget *button, About *about)
{
  g_autofree char *title = zb_registry_title (about->registry, &zb_kind_volunteer, about->id);

  zb_page_present (button, GTK_WINDOW (zb_records_dialog_new (about->registry, &feedback_spec, "volunteer", about->id, title)));
}

static char *
volunteer_detail (ZbRegistry *registry, const ZbRecord *volunteer)
{
  static const char *const fields[] = { "skills", "services", "community", "reported_on", "slip", NULL };

  return join (registry, volunteer, fields);
}

static GtkWidget *
volunteer_suffix (ZbRegistry *registry, const ZbRecord *volunteer)
{
  return row_button (registry, volunteer->id, _("Community…"), G_CALLBACK (on_feedback_clicked));
}

static const ZbRecordListSpec volunteers_spec = {
  .kind = &zb_kind_volunteer, .title = N_("Volunteers"), .add = N_("Add _Volunteer…"),
  .none = N_("Nobody is entered as a volunteer yet: skills, and the report to the community."), .form = &plain, .line = title_line,
  .detail = volunteer_detail, .keeps = keeps_person, .suffix = volunteer_suffix,
};

/* Certificates */

static void
show_paper (GtkWidget *widget, ZbRegistry *registry, gint64 certificate)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("service-certificate"), zb_registry_today (registry));

  request->certificate = certificate;
  zb_page_ask_for_document (widget, request);
}

static void
on_paper_clicked (GtkWidget *button, About *about)
{
  show_paper (button, about->registry, about->id);
}

static GtkWidget *
certificate_suffix (ZbRegistry *registry, const ZbRecord *certificate)
{
  return row_button (registry, certificate->id, _("Paper…"), G_CALLBACK (on_paper_clicked));
}

static char *
certificate_line (ZbRegistry *registry, const ZbRecord *certificate)
{
  static const char *const fields[] = { "number", "name", NULL };

  return join (registry, certificate, fields);
}

static char *
certificate_detail (ZbRegistry *registry, const ZbRecord *certificate)
{
  static const char *const fields[] = { "issued_on", "from", "to", "handler", "purpose", NULL };

  return join (registry, certificate, fields);
}

static const ZbRecordListSpec certificates_spec = {
  .kind = &zb_kind_service_certificate, .title = N_("Certificates Issued"), .add = N_("Issue"),
  .none = N_("No certificates were issued yet. They are issued from a member’s hours."), .fixed = TRUE, .form = &plain, .line = certificate_line,
  .detail = certificate_detail, .keeps = keeps_person, .suffix = certificate_suffix,
};

typedef struct {
  GtkWidget *widget;    /* (owned) */
  ZbRegistry *registry; /* (owned) */
  gint64 person;
} Issuing;

static void
issuing_free (gpointer data, GClosure *closure)
{
  Issuing *issuing = data;

  g_object_unref (issuing->widget);
  g_object_unref (issuing->registry);
  g_free (issuing);
}

static void
on_issued (GtkWindow *dialog, const char *words, Issuing *issuing)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, issuing->person);
  g_autoptr(GPtrArray) all = zb_registry_list (issuing->registry, &zb_kind_service_certificate, "person", id, NULL);

  zb_page_say (issuing->widget, words, TRUE);
  if (all != NULL && all->len > 0)
    show_paper (issuing->widget, issuing->registry, ((ZbRecord *) g_ptr_array_index (all, all->len - 1))->id);
}

void
zb_service_certify_person (GtkWidget *widget, ZbRegistry *registry, gint64 person)
{
  g_autofree char *name = zb_registry_title (registry, &zb_kind_member, person);
  GtkWindow *dialog = zb_step_dialog_new (registry, &zb_kind_member, &person, 1, &zb_step_certify, name);
  Issuing *issuing = g_new0 (Issuing, 1);

  issuing->widget = g_object_ref (widget);
  issuing->registry = g_object_ref (registry);
  issuing->person = person;
  g_signal_connect_data (dialog, "done", G_CALLBACK (on_issued), issuing, issuing_free, 0);
  zb_page_present (widget, dialog);
}

GtkWidget *
zb_service_teams_new (ZbRegistry *registry)
{
  return zb_record_list_new (registry, &teams_spec);
}

GtkWidget *
zb_service_volunteers_new (ZbRegistry *registry)
{
  return zb_record_list_new (registry, &volunteers_spec);
}

GtkWidget *
zb_service_certificates_new (ZbRegistry *registry)
{
  return zb_record_list_new (registry, &certificates_spec);
}
