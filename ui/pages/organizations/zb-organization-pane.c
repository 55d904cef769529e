/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-organization-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-codes.h"
#include "dialogs/zb-plain-dialog.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "shell/zb-page.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-flow.h"

struct _ZbOrganizationPane
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 id;
  gboolean with_below;
  ZbDate day;           /* of the figures; unknown: today */
  ZbMemberColumns *columns; /* (owned) (nullable): of another day */
  GCancellable *cancellable; /* (owned) (nullable): their loading */
};

G_DEFINE_FINAL_TYPE (ZbOrganizationPane, zb_organization_pane, ADW_TYPE_BIN)

/* The figures, as the conditions that find their people. */
static const struct {
  const char *label;
  const char *filter;
} figures[] = {
  { N_("Party Members"), "category=full|probationary" },
  { N_("Full Members"), "category=full" },
  { N_("Probationary"), "category=probationary" },
  { N_("Women"), "category=full|probationary and sex=2" },
  { N_("Minority"), "category=full|probationary and ethnicity!=01 and ethnicity!=?" },
  { N_("35 and Younger"), "category=full|probationary and age<=35" },
  { N_("61 and Older"), "category=full|probationary and age>=61" },
};

static void
on_words (ZbOrganizationPane *self, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
present (ZbOrganizationPane *self, GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (dialog);
}

/* Saved through the record dialog, which tells the id too. */
static void
on_record_saved (ZbOrganizationPane *self, gint64 id, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, TRUE);
}

static void
edit_record (ZbOrganizationPane *self, const ZbRecord *record, gint64 above)
{
  ZbRecordDialog *dialog = zb_record_dialog_new (self->registry, record, above);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_record_saved), self, G_CONNECT_SWAPPED);
  present (self, GTK_WINDOW (dialog));
}

void
zb_organization_pane_edit (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = self->id != 0 ? zb_registry_get (self->registry, &zb_kind_organization, self->id, TRUE, NULL) : NULL;

  if (record != NULL)
    edit_record (self, record, 0);
}

void
zb_organization_pane_add_below (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  const ZbOrg *above = self->id != 0 ? zb_org_tree_get (zb_registry_tree (self->registry), self->id) : NULL;
  static const char *const below[] = { "branch", "branch", "group", NULL };

  record->has_private = TRUE;
  zb_record_set (record, "kind", above == NULL ? "branch" : below[MIN (above->kind, ZB_ORG_BRANCH)]);
  edit_record (self, record, above != NULL && above->kind != ZB_ORG_GROUP ? above->id : 0);
}

void
zb_organization_pane_add_beside (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_organization);
  const ZbOrg *beside = self->id != 0 ? zb_org_tree_get (zb_registry_tree (self->registry), self->id) : NULL;

  record->has_private = TRUE;
  zb_record_set (record, "kind", beside != NULL && beside->kind == ZB_ORG_GROUP ? "group" : "branch");
  edit_record (self, record, beside != NULL ? beside->parent : 0);
}

static void
do_step (ZbOrganizationPane *self, const ZbStep *step)
{
  g_autofree char *name = zb_registry_title (self->registry, &zb_kind_organization, self->id);
  GtkWindow *dialog = zb_step_dialog_new (self->registry, &zb_kind_organization, &self->id, 1, step, name);

  g_signal_connect_object (dialog, "done", G_CALLBACK (on_words), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
on_step_clicked (GtkButton *button, ZbOrganizationPane *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  do_step (self, g_object_get_data (G_OBJECT (button), "zb-step"));
}

static void
open_plain (ZbOrganizationPane *self, const ZbRecord *record, GtkWidget *people)
{
  GtkWindow *dialog = zb_plain_dialog_new (self->registry, record, people);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_words), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

/* The people who can hold a post here: those of the organisation and of what is above and below a group. */
static GtkWidget *
people_choice (ZbOrganizationPane *self, const char *present_id)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  g_auto(GStrv) label_list = NULL;
  g_auto(GStrv) value_list = NULL;
  const ZbOrg *org = zb_org_tree_get (zb_registry_tree (self->registry), self->id);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, org != NULL && org->kind == ZB_ORG_GROUP ? org->parent : self->id);
  g_autoptr(ZbFilter) filter = zb_filter_new ();
  g_autofree gint64 *ids = NULL;
  guint n = 0;
  ZbMemberColumns *columns = zb_registry_columns (self->registry);

  zb_filter_add (filter, "org", ZB_FILTER_EQUAL, (const char *const[]) { id, NULL });
  if (columns != NULL)
    ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .filter = filter, .order = ZB_ORDER_PINYIN, .party_only = TRUE }, &n);
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry;
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, ids[i]);

      zb_member_columns_get (columns, (guint) zb_member_columns_find (columns, ids[i]), &entry);
      g_strv_builder_add (labels, entry.name);
      g_strv_builder_add (values, value);
    }
  if (present_id != NULL)
    {
      g_autofree char *name = zb_registry_title (self->registry, &zb_kind_member, g_ascii_strtoll (present_id, NULL, 10));

      g_strv_builder_add (labels, name);
      g_strv_builder_add (values, present_id);
    }
  label_list = g_strv_builder_end (labels);
  value_list = g_strv_builder_end (values);
  return zb_choice_new_names ((const char *const *) label_list, (const char *const *) value_list);
}

static void
on_add_post (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_post);
  const ZbOrg *org = zb_org_tree_get (zb_registry_tree (self->registry), self->id);
  g_autofree char *today = zb_date_to_text (zb_registry_today (self->registry));

  zb_record_set_int (record, "org", self->id);
  zb_record_set (record, "post", org != NULL && org->kind == ZB_ORG_GROUP ? "group_leader" : "secretary");
  zb_record_set (record, "started_on", today);
  open_plain (self, record, people_choice (self, NULL));
}

static void
on_add_term (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_term);

  zb_record_set_int (record, "org", self->id);
  open_plain (self, record, NULL);
}

static void
on_record_clicked (GtkButton *button, ZbOrganizationPane *self)
{
  const ZbKind *kind = g_object_get_data (G_OBJECT (button), "zb-kind");
  gint64 *id = g_object_get_data (G_OBJECT (button), "zb-id");
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, kind, *id, TRUE, NULL);

  if (record != NULL)
    open_plain (self, record, kind == &zb_kind_post ? people_choice (self, zb_record_get (record, "person")) : NULL);
}

static void
on_figure_clicked (GtkButton *button, ZbOrganizationPane *self)
{
  const ZbOrg *org = zb_org_tree_get (zb_registry_tree (self->registry), self->id);
  g_autofree char *filter = NULL;

  if (org == NULL)
    return;
  filter = g_strdup_printf ("%s=%s and %s", org->kind == ZB_ORG_GROUP ? "group" : "org", org->uid,
                            (const char *) g_object_get_data (G_OBJECT (button), "zb-filter"));
  zb_page_ask_for_members (GTK_WIDGET (self), filter);
}

/* Building what is shown */

static GtkWidget *
heading (const char *text, GtkWidget *suffix)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (suffix != NULL)
    gtk_box_append (GTK_BOX (box), suffix);
  gtk_widget_set_margin_top (box, 12);
  return box;
}

static GtkWidget *
text_button (const char *text, GCallback clicked, ZbOrganizationPane *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_set_sensitive (button, !zb_registry_is_read_only (self->registry));
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
empty_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
figure_button (ZbOrganizationPane *self, const char *label, const char *filter, guint count)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  g_autofree char *name = g_strdup_printf ("%s %'u", label, count);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *text_label = gtk_label_new (label);

  gtk_widget_add_css_class (number_label, "number");
  gtk_widget_add_css_class (number_label, "tabular");
  gtk_widget_add_css_class (text_label, "dim-label");
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), text_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "zb-filter", (gpointer) filter);
  /* Of another day the people are not on the members page, which shows today. */
  gtk_widget_set_sensitive (button, !zb_date_is_set (self->day));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_figure_clicked), self, 0);
  return button;
}

static guint
count_people (ZbOrganizationPane *self, ZbMemberColumns *columns, const ZbOrg *org, const char *condition)
{
  g_autofree char *text = g_strdup_printf ("%s=%s and %s", org->kind == ZB_ORG_GROUP ? "group" : "org", org->uid, condition);
  g_autoptr(ZbFilter) filter = zb_filter_parse (text, zb_member_columns_tree (columns), NULL);
  ZbMemberCounts counts = { 0 };

  if (filter != NULL)
    zb_member_columns_count (columns, filter, &counts);
  return counts.people;
}

/* Of the organisation alone: what the counting by organisation says. */
static guint
own_count (const ZbMemberCounts *own, guint figure)
{
  const guint numbers[] = { own->party, own->full, own->probationary, own->women, own->minority, own->under_35, own->over_60 };

  return numbers[figure];
}

static GtkWidget *
figures_box (ZbOrganizationPane *self, const ZbOrg *org)
{
  ZbMemberColumns *columns = zb_date_is_set (self->day) ? self->columns : zb_registry_columns (self->registry);
  GtkWidget *flow = zb_flow_new (12);
  g_autofree ZbMemberCounts *own = NULL;

  if (columns == NULL)
    return empty_line (_("Counting …"));
  if (zb_org_tree_get (zb_member_columns_tree (columns), org->id) == NULL)
    return empty_line (_("It was not there on that day."));
  org = zb_org_tree_get (zb_member_columns_tree (columns), org->id);
  if (!self->with_below)
    own = zb_member_columns_count_orgs (columns, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    zb_flow_append (ZB_FLOW (flow), figure_button (self, _(figures[i].label), figures[i].filter,
                                                   own != NULL ? own_count (&own[org->position], i)
                                                               : count_people (self, columns, org, figures[i].filter)));
  return flow;
}

static void
on_columns_on (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  ZbMemberColumns *columns = zb_registry_columns_on_finish (ZB_REGISTRY (source), result, &error);
  ZbOrganizationPane *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  self->columns = columns;
  zb_organization_pane_refresh (self);
}

static void
on_day_activated (GtkEntry *entry, ZbOrganizationPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr(GError) error = NULL;
  ZbDate day = ZB_DATE_NONE;

  if (*text != '\0' && !zb_date_read (text, &day, &error))
    {
      zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  self->day = zb_date_compare (day, zb_registry_today (self->registry)) == 0 ? ZB_DATE_NONE : day;
  if (zb_date_is_set (self->day))
    {
      self->cancellable = g_cancellable_new ();
      zb_registry_columns_on_async (self->registry, self->day, self->cancellable, on_columns_on, self);
    }
  zb_organization_pane_refresh (self);
}

static void
on_below_toggled (GtkCheckButton *check, ZbOrganizationPane *self)
{
  self->with_below = gtk_check_button_get_active (check);
  zb_organization_pane_refresh (self);
}

static GtkWidget *
figure_tools (ZbOrganizationPane *self)
{
  GtkWidget *flow = zb_flow_new (12);
  GtkWidget *check = gtk_check_button_new_with_mnemonic (_("_With those below"));
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *day = zb_date_to_print (zb_date_is_set (self->day) ? self->day : zb_registry_today (self->registry));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->with_below);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_below_toggled), self, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), day);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_tooltip_text (entry, _("Figures as of this day; Enter counts"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("As of the day"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_day_activated), self, 0);
  zb_flow_append (ZB_FLOW (flow), check);
  zb_flow_append (ZB_FLOW (flow), entry);
  return flow;
}

static GtkWidget *
steps_button (ZbOrganizationPane *self)
{
  g_autoptr(GPtrArray) steps = zb_registry_allowed_steps (self->registry, &zb_kind_organization, self->id);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < steps->len; i++)
    {
      const ZbStep *step = g_ptr_array_index (steps, i);
      GtkWidget *item = gtk_button_new_with_label (_(step->label));

      gtk_widget_add_css_class (item, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (item))), 0);
      g_object_set_data (G_OBJECT (item), "zb-step", (gpointer) step);
      g_signal_connect_object (item, "clicked", G_CALLBACK (on_step_clicked), self, 0);
      gtk_box_append (GTK_BOX (box), item);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Changes"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_sensitive (button, steps->len > 0 && !zb_registry_is_read_only (self->registry));
  return button;
}

static GtkWidget *
head_box (ZbOrganizationPane *self, const ZbRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (zb_record_get (record, "name"));
  GtkWidget *tools = zb_flow_new (6);
  const char *closed = zb_record_get (record, "closed_on");
  g_autofree char *kind = g_strdup_printf ("%s%s%s", zb_code_label (zb_code_table_get ("org_kind"), zb_record_get (record, "kind")),
                                           closed != NULL ? "　已撤销 " : "", closed != NULL ? closed : "");

  gtk_widget_add_css_class (title, "title-2");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_selectable (GTK_LABEL (title), TRUE);
  zb_flow_append (ZB_FLOW (tools), text_button (_("_Edit"), G_CALLBACK (zb_organization_pane_edit), self));
  zb_flow_append (ZB_FLOW (tools), steps_button (self));
  if (g_strcmp0 (zb_record_get (record, "kind"), "group") != 0)
    zb_flow_append (ZB_FLOW (tools), text_button (_("_New Below It"), G_CALLBACK (zb_organization_pane_add_below), self));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), empty_line (kind));
  gtk_box_append (GTK_BOX (box), tools);
  return box;
}

/* A record of the organisation as a row that opens it. */
static GtkWidget *
record_row (ZbOrganizationPane *self, const ZbRecord *record, const char *title, const char *subtitle)
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
  g_object_set_data (G_OBJECT (button), "zb-kind", (gpointer) record->kind);
  g_object_set_data_full (G_OBJECT (button), "zb-id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_record_clicked), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static char *
shown (const ZbRecord *record, const char *field)
{
  return zb_field_show (zb_kind_field (record->kind, field), zb_record_get (record, field), FALSE);
}

static GtkWidget *
post_row (ZbOrganizationPane *self, const ZbRecord *post)
{
  g_autofree char *name = zb_registry_title (self->registry, &zb_kind_member, zb_record_get_int (post, "person"));
  g_autofree char *what = shown (post, "post");
  g_autofree char *from = shown (post, "started_on");
  g_autofree char *until = shown (post, "ended_on");
  g_autofree char *work = shown (post, "work");
  g_autofree char *title = g_strdup_printf ("%s　%s", what, name);
  g_autofree char *subtitle = g_strdup_printf ("%s – %s　%s", *from != '\0' ? from : "…", *until != '\0' ? until : _("now"), work);

  return record_row (self, post, title, subtitle);
}

static GtkWidget *
term_row (ZbOrganizationPane *self, const ZbRecord *term)
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

  return record_row (self, term, title, subtitle);
}

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

static void
add_records (ZbOrganizationPane *self, GtkBox *box, const ZbKind *kind, const char *title, const char *add_label, GCallback add,
             const char *nothing, GtkWidget *(*make_row) (ZbOrganizationPane *, const ZbRecord *))
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  g_autoptr(GPtrArray) records = zb_registry_list (self->registry, kind, "org", id, NULL);
  GtkWidget *list;

  gtk_box_append (box, heading (title, text_button (add_label, add, self)));
  if (records == NULL || records->len == 0)
    {
      gtk_box_append (box, empty_line (nothing));
      return;
    }
  if (kind == &zb_kind_post)
    g_ptr_array_sort (records, compare_posts);
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, g_ptr_array_index (records, i)));
  gtk_box_append (box, list);
}

static void
add_facts (ZbOrganizationPane *self, GtkBox *box, const ZbRecord *record)
{
  g_autoptr(GtkWidget) facts = g_object_ref_sink (zb_facts_new ());
  gboolean has_some = FALSE;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const ZbField *field = &record->kind->fields[i];
      g_autofree char *text = zb_facts_text (self->registry, record, field);

      if (strcmp (field->name, "name") != 0 && strcmp (field->name, "kind") != 0 && strcmp (field->name, "display_order") != 0
          && text != NULL && *text != '\0')
        {
          zb_facts_add (facts, _(field->label), text);
          has_some = TRUE;
        }
    }
  gtk_box_append (box, has_some ? facts : empty_line (_("Nothing is entered yet.")));
}

static void
add_history (ZbOrganizationPane *self, GtkBox *box)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  g_autoptr(GPtrArray) events = zb_registry_list (self->registry, &zb_kind_organization_event, "org", id, NULL);
  GtkWidget *facts = zb_facts_new ();

  gtk_box_append (box, heading (_("History"), NULL));
  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    {
      const ZbRecord *event = g_ptr_array_index (events, i - 1);
      g_autofree char *on = shown (event, "on");
      g_autofree char *what = shown (event, "kind");
      const char *before = zb_record_get (event, "name_before"), *after = zb_record_get (event, "name_after");
      const char *document = zb_record_get (event, "document"), *reason = zb_record_get (event, "reason");
      gint64 other = zb_record_get_int (event, "other");
      g_autofree char *other_name = other != 0 ? zb_registry_title (self->registry, &zb_kind_organization, other) : NULL;
      g_autofree char *text = g_strjoin ("　", what, before != NULL && after != NULL ? before : "", before != NULL && after != NULL ? "→" : "",
                                         after != NULL ? after : "", other_name != NULL ? other_name : "", document != NULL ? document : "",
                                         reason != NULL ? reason : "", NULL);

      zb_facts_add (facts, *on != '\0' ? on : "—", g_strstrip (text));
    }
  gtk_box_append (box, facts);
}

void
zb_organization_pane_refresh (ZbOrganizationPane *self)
{
  g_autoptr(ZbRecord) record = self->id != 0 ? zb_registry_get (self->registry, &zb_kind_organization, self->id, FALSE, NULL) : NULL;
  const ZbOrg *org = record != NULL ? zb_org_tree_get (zb_registry_tree (self->registry), self->id) : NULL;
  GtkWidget *scrolled, *clamp, *box;

  if (record == NULL || record->withdrawn)
    {
      GtkWidget *empty = adw_status_page_new ();

      adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "view-list-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No Organisation Chosen"));
      adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("Choose one in the tree, or found the first one."));
      adw_status_page_set_child (ADW_STATUS_PAGE (empty),
                                 text_button (_("_New Organisation"), G_CALLBACK (zb_organization_pane_add_below), self));
      gtk_widget_set_halign (adw_status_page_get_child (ADW_STATUS_PAGE (empty)), GTK_ALIGN_CENTER);
      adw_bin_set_child (ADW_BIN (self), empty);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), head_box (self, record));
  if (org != NULL)
    {
      gtk_box_append (GTK_BOX (box), heading (_("Members"), figure_tools (self)));
      gtk_box_append (GTK_BOX (box), figures_box (self, org));
    }
  add_records (self, GTK_BOX (box), &zb_kind_post, _("Posts"), _("Add _Post"), G_CALLBACK (on_add_post), _("No posts are entered."), post_row);
  if (g_strcmp0 (zb_record_get (record, "kind"), "group") != 0)
    add_records (self, GTK_BOX (box), &zb_kind_term, _("Terms"), _("Add _Term"), G_CALLBACK (on_add_term), _("No term is entered."), term_row);
  gtk_box_append (GTK_BOX (box), heading (_("Facts"), NULL));
  add_facts (self, GTK_BOX (box), record);
  add_history (self, GTK_BOX (box));
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
zb_organization_pane_show (ZbOrganizationPane *self, gint64 id)
{
  if (self->id == id)
    return;
  self->id = id;
  zb_organization_pane_refresh (self);
}

static void
zb_organization_pane_dispose (GObject *object)
{
  ZbOrganizationPane *self = ZB_ORGANIZATION_PANE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_organization_pane_parent_class)->dispose (object);
}

static void
zb_organization_pane_class_init (ZbOrganizationPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_organization_pane_dispose;
}

static void
zb_organization_pane_init (ZbOrganizationPane *self)
{
  self->with_below = TRUE;
}

GtkWidget *
zb_organization_pane_new (ZbRegistry *registry)
{
  ZbOrganizationPane *self = g_object_new (ZB_TYPE_ORGANIZATION_PANE, NULL);

  self->registry = g_object_ref (registry);
  zb_organization_pane_refresh (self);
  return GTK_WIDGET (self);
}
