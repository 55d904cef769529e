/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-members-page-private.h"

#include <glib/gi18n.h>

#include "dialogs/templates/zb-template-dialog.h"
#include "dialogs/zb-present.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/members/zb-person-letters.h"
#include "pages/members/zb-steps-menu.h"
#include "shell/zb-page.h"

/* What can be done with the people who have the attention: the one whose page is open, else those
 * selected in the table. */

static gint64 *
subjects (ZbMembersPage *self, guint *out_n)
{
  gint64 person = zb_members_page_get_person (self);

  if (person == 0)
    return zb_member_selection_ids (zb_member_table_get_selection (self->table), out_n);
  *out_n = 1;
  return g_memdup2 (&person, sizeof person);
}

/* “张三”, or how many. */
static char *
about (ZbMembersPage *self, const gint64 *ids, guint n)
{
  if (n == 1)
    return zb_registry_title (self->registry, &zb_kind_member, ids[0]);
  return g_strdup_printf (ngettext ("%u member", "%u members", n), n);
}

void
zb_members_page_update_actions (ZbMembersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_write = !zb_registry_is_read_only (self->registry);
  guint n = zb_members_page_get_person (self) != 0 ? 1
                                                   : zb_member_selection_size (zb_member_table_get_selection (self->table));

  gtk_widget_action_set_enabled (widget, "members.new", can_write);
  gtk_widget_action_set_enabled (widget, "members.edit", can_write && n == 1);
  gtk_widget_action_set_enabled (widget, "members.step", can_write && n > 0);
  gtk_widget_action_set_enabled (widget, "members.issue-letter", can_write && n == 1);
  gtk_widget_action_set_enabled (widget, "members.set-field", can_write && n > 0);
  gtk_widget_action_set_enabled (widget, "members.open", n == 1);
  gtk_widget_action_set_enabled (widget, "members.export", n > 0);
  gtk_widget_action_set_enabled (widget, "members.name-cards", n > 0);
  gtk_widget_action_set_enabled (widget, "members.fill-form", n > 0);
  gtk_widget_action_set_enabled (widget, "members.none", FALSE);
  zb_page_state_changed (widget);
}

/* Forms. */

static void
on_saved (ZbMembersPage *self, gint64 id, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
  zb_members_page_want (self, id);
  if (zb_members_page_get_person (self) == 0)
    zb_member_table_focus (self->table);
}

static void
on_look_at (ZbMembersPage *self, gint64 id)
{
  zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_member, id);
}

static void
show_form (ZbMembersPage *self, const ZbRecord *record, gint64 org)
{
  ZbRecordDialog *dialog = zb_record_dialog_new (self->registry, record, org);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "open-record", G_CALLBACK (on_look_at), self, G_CONNECT_SWAPPED);
  zb_present_over (GTK_WINDOW (dialog), GTK_WIDGET (self));
}

/* Where a new member goes: the branch of the filter, else the only one there is. */
static gint64
likely_branch (ZbMembersPage *self)
{
  ZbFilter *filter = zb_filter_bar_get_filter (self->filter_bar);
  ZbOrgTree *tree = zb_registry_tree (self->registry);
  gint64 only = 0;
  guint n = 0;

  for (guint i = 0; i < zb_filter_size (filter); i++)
    {
      const ZbCondition *condition = zb_filter_at (filter, i);

      if (g_str_equal (condition->field, "org") && condition->op == ZB_FILTER_EQUAL && condition->values[0] != NULL)
        return g_ascii_strtoll (condition->values[0], NULL, 10);
    }
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    if (zb_org_tree_at (tree, i)->kind == ZB_ORG_BRANCH)
      {
        only = zb_org_tree_at (tree, i)->id;
        n++;
      }
  return n == 1 ? only : 0;
}

void
zb_members_page_create (ZbMembersPage *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

  if (!zb_registry_is_read_only (self->registry))
    show_form (self, record, likely_branch (self));
}

void
zb_members_page_edit (ZbMembersPage *self)
{
  guint n;
  g_autofree gint64 *ids = subjects (self, &n);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbRecord) record = NULL;

  if (n != 1 || zb_registry_is_read_only (self->registry))
    return;
  record = zb_registry_get (self->registry, &zb_kind_member, ids[0], TRUE, &error);
  if (record == NULL)
    zb_page_say_error (GTK_WIDGET (self), error);
  else
    show_form (self, record, 0);
}

static void
form_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "members.new"))
    zb_members_page_create (ZB_MEMBERS_PAGE (widget));
  else
    zb_members_page_edit (ZB_MEMBERS_PAGE (widget));
}

/* Steps. */

static void
on_done (ZbMembersPage *self, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
  if (zb_members_page_get_person (self) == 0)
    zb_member_table_focus (self->table);
}

static void
show_step (ZbMembersPage *self, GtkWindow *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

static void
take_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  const ZbStep *step = zb_kind_step (&zb_kind_member, g_variant_get_string (parameter, NULL));
  guint n;
  g_autofree gint64 *ids = subjects (self, &n);
  g_autofree char *whom = n > 0 ? about (self, ids, n) : NULL;

  if (step != NULL && n > 0)
    show_step (self, zb_step_dialog_new (self->registry, &zb_kind_member, ids, n, step, whom));
}

/* The list of the page, of nobody but those who have the attention. */
static ZbRosterRequest *
request_for_subjects (ZbMembersPage *self)
{
  ZbRosterRequest *request = zb_members_page_make_request (self);

  g_free (request->ids);
  request->ids = subjects (self, &request->n_ids);
  return request;
}

/* Cards for the table, and what else can be made of names. */
static void
make_name_cards (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("name-cards"), zb_registry_today (self->registry));

  request->people = request_for_subjects (self);
  zb_page_ask_for_document (widget, request);
}

static void
issue_letter (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  guint n;
  g_autofree gint64 *ids = subjects (self, &n);

  if (n == 1)
    zb_person_letters_issue (widget, self->registry, ids[0]);
}

static void
set_field (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  guint n;
  g_autofree gint64 *ids = subjects (self, &n);
  g_autofree char *whom = n > 0 ? about (self, ids, n) : NULL;

  if (n > 0)
    show_step (self, zb_step_dialog_new_set_field (self->registry, &zb_kind_member, ids, n, whom));
}

static void
open_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  gint64 id = zb_member_selection_first (zb_member_table_get_selection (self->table));

  if (id != 0)
    zb_page_ask_for_record (widget, &zb_kind_member, id);
}

static void
export_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = request_for_subjects (self);

  zb_page_ask_for_export (widget, request);
}

static void
fill_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  g_autoptr(ZbRosterRequest) request = request_for_subjects (self);

  zb_template_dialog_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->registry, request);
}

static void
unselect (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);

  zb_member_selection_clear (zb_member_table_get_selection (self->table));
  zb_member_table_focus (self->table);
}

static void
widen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (action, "members.clear"))
    zb_members_page_clear (ZB_MEMBERS_PAGE (widget));
  else
    zb_members_page_show_everybody (ZB_MEMBERS_PAGE (widget));
}

/* The menu of the rows. */

static void
append_section (GMenu *menu, GMenuModel *section)
{
  g_menu_append_section (menu, NULL, section);
  g_object_unref (section);
}

static GMenuModel *
make_row_menu (ZbMembersPage *self)
{
  guint n;
  g_autofree gint64 *ids = subjects (self, &n);
  GMenu *menu = g_menu_new ();
  GMenu *first = g_menu_new ();
  GMenu *last = g_menu_new ();

  if (n == 1)
    {
      g_menu_append (first, _("Open"), "members.open");
      g_menu_append (first, _("Edit"), "members.edit");
    }
  else
    g_menu_append (first, _("Change One Field…"), "members.set-field");
  g_menu_append (last, _("Export the Selected…"), "members.export");
  g_menu_append (last, _("Name Cards, Ballot, Seats…"), "members.name-cards");
  g_menu_append (last, _("Form of the Upper Committee…"), "members.fill-form");
  append_section (menu, G_MENU_MODEL (first));
  append_section (menu, zb_steps_menu_new (self->registry, ids, n));
  append_section (menu, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

/* Of a menu beside what is in it: frame and padding. */
#define MENU_EDGES 24

/* A menu that is longer than what is below @y, in large letters or a low window, begins higher up: it does not do so by itself,
 * and what hangs over the edge of the screen is not to be seen. */
static int
y_with_room (ZbMembersPage *self, int y)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->table)));
  double top = 0;
  int height = 0;

  if (root == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (self->table), root, 0, y, NULL, &top))
    return y;
  /* What is not shown yet has no height, but what is in it has. */
  gtk_widget_measure (gtk_popover_get_child (GTK_POPOVER (self->row_menu)), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return y - (int) CLAMP (top + height + MENU_EDGES - gtk_widget_get_height (root), 0, top);
}

void
zb_members_page_show_menu (ZbMembersPage *self, int x, int y)
{
  g_autoptr(GMenuModel) menu = make_row_menu (self);

  zb_members_page_update_actions (self);
  if (self->row_menu == NULL)
    {
      self->row_menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->row_menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self->table));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->row_menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &(GdkRectangle) { x, y_with_room (self, y), 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

static void
nothing (GtkWidget *widget, const char *action, GVariant *parameter)
{
}

void
zb_members_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "members.new", NULL, form_action);
  gtk_widget_class_install_action (widget_class, "members.edit", NULL, form_action);
  gtk_widget_class_install_action (widget_class, "members.step", "s", take_step);
  gtk_widget_class_install_action (widget_class, "members.issue-letter", NULL, issue_letter);
  gtk_widget_class_install_action (widget_class, "members.name-cards", NULL, make_name_cards);
  gtk_widget_class_install_action (widget_class, "members.set-field", NULL, set_field);
  gtk_widget_class_install_action (widget_class, "members.open", NULL, open_selected);
  gtk_widget_class_install_action (widget_class, "members.export", NULL, export_selected);
  gtk_widget_class_install_action (widget_class, "members.fill-form", NULL, fill_form);
  gtk_widget_class_install_action (widget_class, "members.unselect", NULL, unselect);
  gtk_widget_class_install_action (widget_class, "members.clear", NULL, widen);
  gtk_widget_class_install_action (widget_class, "members.everybody", NULL, widen);
  gtk_widget_class_install_action (widget_class, "members.none", NULL, nothing);
}
