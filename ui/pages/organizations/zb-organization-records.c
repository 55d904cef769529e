/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-organization-records.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "dialogs/zb-plain-dialog.h"
#include "dialogs/zb-present.h"
#include "shell/zb-page.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-section.h"

struct _ZbOrganizationRecords
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  const ZbKind *kind;
  gint64 id;

  GtkWidget *section;
  GtkWidget *add_button;
  GtkWidget *list; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ZbOrganizationRecords, zb_organization_records, ADW_TYPE_BIN)

/* Forms. */

static void
on_saved (ZbOrganizationRecords *self, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
open_form (ZbOrganizationRecords *self, const ZbRecord *record, GtkWidget *people)
{
  GtkWindow *dialog = zb_plain_dialog_new (self->registry, record, people);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

/* The people who can hold a post here: those of the organisation and of what is above and below a group. Nobody is
 * chosen beforehand: a post saved in haste would name whoever comes first. */
static GtkWidget *
people_choice (ZbOrganizationRecords *self, const char *present_id)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  gboolean has_present = present_id == NULL;
  const ZbOrg *org = zb_org_tree_get (zb_registry_tree (self->registry), self->id);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, org != NULL && org->kind == ZB_ORG_GROUP ? org->parent : self->id);
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autofree gint64 *ids = NULL;
  guint n = 0;
  ZbMemberColumns *columns = zb_registry_columns (self->registry);

  zb_filter_add (filter, "org", ZB_FILTER_EQUAL, (const char *const[]) { id, NULL });
  if (columns != NULL)
    ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .filter = filter, .order = ZB_ORDER_PINYIN, .party_only = TRUE }, &n);
  if (present_id == NULL)
    {
      g_ptr_array_add (labels, g_strdup (_("Please choose")));
      g_ptr_array_add (values, NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry;
      char *value = g_strdup_printf ("%" G_GINT64_FORMAT, ids[i]);

      zb_member_columns_get (columns, (guint) zb_member_columns_find (columns, ids[i]), &entry);
      g_ptr_array_add (labels, g_strdup (entry.name));
      g_ptr_array_add (values, value);
      has_present = has_present || g_str_equal (value, present_id);
    }
  if (!has_present)
    {
      g_ptr_array_add (labels, zb_registry_title (self->registry, &zb_kind_member, g_ascii_strtoll (present_id, NULL, 10)));
      g_ptr_array_add (values, g_strdup (present_id));
    }
  g_ptr_array_add (labels, NULL);
  return zb_choice_new_names ((const char *const *) labels->pdata, (const char *const *) values->pdata);
}

static void
on_add_clicked (ZbOrganizationRecords *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (self->kind);
  const ZbOrg *org = zb_org_tree_get (zb_registry_tree (self->registry), self->id);
  g_autofree char *today = zb_date_to_text (zb_registry_today (self->registry));

  zb_record_set_int (record, "org", self->id);
  if (self->kind == &zb_kind_post)
    {
      zb_record_set (record, "post", org != NULL && org->kind == ZB_ORG_GROUP ? "group_leader" : "secretary");
      zb_record_set (record, "started_on", today);
    }
  open_form (self, record, self->kind == &zb_kind_post ? people_choice (self, NULL) : NULL);
}

static void
on_edit_clicked (GtkButton *button, ZbOrganizationRecords *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "zb-id");
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, self->kind, *id, TRUE, NULL);

  if (record != NULL)
    open_form (self, record, self->kind == &zb_kind_post ? people_choice (self, zb_record_get (record, "person")) : NULL);
}

/* Rows. */

static char *
shown (const ZbRecord *record, const char *field)
{
  return zb_field_show (zb_kind_field (record->kind, field), zb_record_get (record, field), FALSE);
}

static GtkWidget *
row_new (ZbOrganizationRecords *self, const ZbRecord *record, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *label = g_strdup_printf (_("Edit %s"), title);

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, !zb_registry_is_read_only (self->registry));
  g_object_set_data_full (G_OBJECT (button), "zb-id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_object_set_data (G_OBJECT (row), "zb-button", button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_edit_clicked), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
post_row (ZbOrganizationRecords *self, const ZbRecord *post)
{
  g_autofree char *name = zb_registry_title (self->registry, &zb_kind_member, zb_record_get_int (post, "person"));
  g_autofree char *what = shown (post, "post");
  g_autofree char *from = shown (post, "started_on");
  g_autofree char *until = shown (post, "ended_on");
  g_autofree char *work = shown (post, "work");
  g_autofree char *title = g_strdup_printf ("%s　%s", what, name);
  g_autofree char *subtitle = g_strdup_printf ("%s – %s　%s", *from != '\0' ? from : "…", *until != '\0' ? until : _("now"), work);

  return row_new (self, post, title, subtitle);
}

static GtkWidget *
term_row (ZbOrganizationRecords *self, const ZbRecord *term)
{
  g_autofree char *number = shown (term, "number");
  g_autofree char *appointed = shown (term, "appointed_on");
  g_autofree char *due = shown (term, "due_on");
  g_autofree char *held = shown (term, "held_on");
  g_autofree char *extended = shown (term, "extended_to");
  g_autofree char *title = *number != '\0' ? g_strdup_printf (_("Term %s"), number) : g_strdup (_("Term"));
  /* Translators: %1$s when a committee was appointed, %2$s when the election is due */
  g_autofree char *dates = g_strdup_printf (_("appointed %1$s, election due %2$s"), *appointed != '\0' ? appointed : "—",
                                            *due != '\0' ? due : "—");
  g_autofree char *more = *extended != '\0' ? g_strdup_printf (_(", extended to %s"), extended) : g_strdup ("");
  g_autofree char *end = *held != '\0' ? g_strdup_printf (_(", held %s"), held) : g_strdup ("");
  g_autofree char *subtitle = g_strconcat (dates, more, end, NULL);

  return row_new (self, term, title, subtitle);
}

/* Those who hold a post now, in the order of the posts, then those who held one. */
static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const ZbCodeTable *table = zb_code_table_get ("post");
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  gboolean left_ended = zb_record_get (left, "ended_on") != NULL, right_ended = zb_record_get (right, "ended_on") != NULL;

  if (left_ended != right_ended)
    return left_ended - right_ended;
  return zb_code_index (table, zb_record_get (left, "post")) - zb_code_index (table, zb_record_get (right, "post"));
}

static const char *
title_of (ZbOrganizationRecords *self)
{
  return self->kind == &zb_kind_post ? _("Posts") : _("Terms");
}

static void
fill (ZbOrganizationRecords *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  g_autoptr(GPtrArray) records = zb_registry_list (self->registry, self->kind, "org", id, NULL);
  gboolean is_post = self->kind == &zb_kind_post;

  self->list = NULL;
  if (records == NULL || records->len == 0)
    {
      zb_section_set_content (self->section, zb_section_line_new (is_post ? _("No posts are entered.") : _("No term is entered.")));
      return;
    }
  if (is_post)
    g_ptr_array_sort (records, compare_posts);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title_of (self), -1);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), is_post ? post_row (self, g_ptr_array_index (records, i))
                                                            : term_row (self, g_ptr_array_index (records, i)));
  zb_section_set_content (self->section, self->list);
}

/* The record whose row has the focus, 0 for none. */
static gint64
focused_record (ZbOrganizationRecords *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  gint64 *id;

  if (row == NULL || gtk_widget_get_parent (row) != self->list)
    return 0;
  id = g_object_get_data (g_object_get_data (G_OBJECT (row), "zb-button"), "zb-id");
  return *id;
}

static void
focus_record (ZbOrganizationRecords *self, gint64 record)
{
  GtkWidget *row = self->list != NULL ? gtk_widget_get_first_child (self->list) : NULL;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gint64 *id = g_object_get_data (g_object_get_data (G_OBJECT (row), "zb-button"), "zb-id");

      if (*id == record)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
  gtk_widget_grab_focus (self->add_button);
}

void
zb_organization_records_show (ZbOrganizationRecords *self, gint64 id)
{
  gint64 focused = focused_record (self);

  self->id = id;
  fill (self);
  if (focused != 0)
    focus_record (self, focused);
}

static void
zb_organization_records_dispose (GObject *object)
{
  g_clear_object (&ZB_ORGANIZATION_RECORDS (object)->registry);
  G_OBJECT_CLASS (zb_organization_records_parent_class)->dispose (object);
}

static void
zb_organization_records_class_init (ZbOrganizationRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_organization_records_dispose;
}

static void
zb_organization_records_init (ZbOrganizationRecords *self)
{
}

GtkWidget *
zb_organization_records_new (ZbRegistry *registry, const ZbKind *kind)
{
  ZbOrganizationRecords *self = g_object_new (ZB_TYPE_ORGANIZATION_RECORDS, NULL);

  self->registry = g_object_ref (registry);
  self->kind = kind;
  self->add_button = gtk_button_new_with_mnemonic (kind == &zb_kind_post ? _("Add _Post") : _("Add _Term"));
  gtk_widget_set_sensitive (self->add_button, !zb_registry_is_read_only (registry));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
  self->section = zb_section_new (title_of (self), self->add_button);
  adw_bin_set_child (ADW_BIN (self), self->section);
  return GTK_WIDGET (self);
}
