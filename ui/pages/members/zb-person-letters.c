/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-person-letters.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dialogs/zb-step-dialog.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"

static GPtrArray *
letters_of (ZbRegistry *registry, gint64 person)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  return zb_registry_list (registry, &zb_kind_letter, "person", id, NULL);
}

static void
show_paper (GtkWidget *widget, ZbRegistry *registry, gint64 letter)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("letter"), zb_registry_today (registry));

  request->letter = letter;
  zb_page_ask_for_document (widget, request);
}

static void
on_paper_clicked (GtkButton *button, ZbRegistry *registry)
{
  const gint64 *letter = g_object_get_data (G_OBJECT (button), "letter");

  show_paper (GTK_WIDGET (button), registry, *letter);
}

static char *
join (ZbRegistry *registry, const ZbRecord *letter, const char *const *fields)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *text = zb_facts_text (registry, letter, zb_kind_field (&zb_kind_letter, fields[i]));

      if (text != NULL && *text != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", text);
    }
  return g_string_free (out, FALSE);
}

static GtkWidget *
row_new (ZbRegistry *registry, const ZbRecord *letter)
{
  static const char *const title[] = { "kind", "number", NULL }, *const detail[] = { "issued_on", "to_org", "handler", NULL };
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_("Paper…"));
  g_autofree char *name = join (registry, letter, title), *line = join (registry, letter, detail);
  /* Translators: %s is a kind of letter and its number */
  g_autofree char *what = g_strdup_printf (_("Paper: %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_object_set_data_full (G_OBJECT (button), "letter", g_memdup2 (&letter->id, sizeof letter->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_paper_clicked), registry, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

void
zb_person_letters_fill (GtkBox *box, ZbRegistry *registry, gint64 person)
{
  g_autoptr(GPtrArray) letters = letters_of (registry, person);
  GtkWidget *group;

  if (letters == NULL || letters->len == 0)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Letters"));
  for (guint i = letters->len; i > 0; i--)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (registry, g_ptr_array_index (letters, i - 1)));
  gtk_box_append (box, group);
}

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
  g_autoptr(GPtrArray) letters = letters_of (issuing->registry, issuing->person);

  zb_page_say (issuing->widget, words, TRUE);
  if (letters != NULL && letters->len > 0)
    show_paper (issuing->widget, issuing->registry, ((ZbRecord *) g_ptr_array_index (letters, letters->len - 1))->id);
}

static ZbRecord *
propose (ZbRegistry *registry, gint64 person, const char *kind)
{
  return zb_registry_propose_letter (registry, person, kind, NULL);
}

/* Of which branch the member is, and who issues the letter: that is no question, but is to be seen before. */
static void
tell_issuer (ZbStepDialog *dialog, ZbRegistry *registry, gint64 person)
{
  g_autoptr(ZbRecord) letter = zb_registry_propose_letter (registry, person, NULL, NULL);
  const char *branch = letter != NULL ? zb_record_get (letter, "from_org") : NULL, *issuer = letter != NULL ? zb_record_get (letter, "issuer") : NULL;
  g_autofree char *words = NULL;

  if (branch == NULL || issuer == NULL)
    return;
  /* Translators: %1$s the branch of a member, %2$s the organisation that issues a letter */
  words = g_strdup_printf (_("Branch: %1$s. Issued by: %2$s."), branch, issuer);
  zb_step_dialog_tell (dialog, words);
}

void
zb_person_letters_issue (GtkWidget *widget, ZbRegistry *registry, gint64 person)
{
  g_autofree char *name = zb_registry_title (registry, &zb_kind_member, person);
  GtkWindow *dialog = zb_step_dialog_new (registry, &zb_kind_member, &person, 1, &zb_step_issue_letter, name);
  Issuing *issuing = g_new0 (Issuing, 1);

  issuing->widget = g_object_ref (widget);
  issuing->registry = g_object_ref (registry);
  issuing->person = person;
  tell_issuer (ZB_STEP_DIALOG (dialog), registry, person);
  zb_step_dialog_propose (ZB_STEP_DIALOG (dialog), "kind", propose);
  g_signal_connect_data (dialog, "done", G_CALLBACK (on_issued), issuing, issuing_free, 0);
  zb_page_present (widget, dialog);
}
