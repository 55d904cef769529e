/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-organization-figures.h"

#include <glib/gi18n.h>

#include "shell/zb-page.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

struct _ZbOrganizationFigures
{
  AdwBin parent_instance;

  ZbRegistry *registry;      /* (owned) */
  gint64 id;
  gboolean with_below;
  ZbDate day;                /* unknown: today */
  ZbMemberColumns *columns;  /* (owned) (nullable): of another day */
  GCancellable *cancellable; /* (owned) (nullable): their loading */

  GtkWidget *section;
};

G_DEFINE_FINAL_TYPE (ZbOrganizationFigures, zb_organization_figures, ADW_TYPE_BIN)

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

/* The condition as a filter on the organisation's people. */
static char *
filter_of (const ZbOrg *org, const char *condition)
{
  return g_strdup_printf ("%s=%s and %s", org->kind == ZB_ORG_GROUP ? "group" : "org", org->uid, condition);
}

static void
on_figure_clicked (GtkButton *button, ZbOrganizationFigures *self)
{
  const ZbOrg *org = zb_org_tree_get (zb_registry_tree (self->registry), self->id);
  g_autofree char *filter = NULL;

  if (org == NULL)
    return;
  filter = filter_of (org, g_object_get_data (G_OBJECT (button), "zb-filter"));
  zb_page_ask_for_members (GTK_WIDGET (self), filter);
}

static GtkWidget *
figure_button (ZbOrganizationFigures *self, const char *label, const char *filter, guint count)
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
count_people (ZbMemberColumns *columns, const ZbOrg *org, const char *condition)
{
  g_autofree char *text = filter_of (org, condition);
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
make_figures (ZbOrganizationFigures *self)
{
  ZbMemberColumns *columns = zb_date_is_set (self->day) ? self->columns : zb_registry_columns (self->registry);
  const ZbOrg *org = columns != NULL ? zb_org_tree_get (zb_member_columns_tree (columns), self->id) : NULL;
  GtkWidget *flow;
  g_autofree ZbMemberCounts *own = NULL;

  if (columns == NULL)
    return zb_section_line_new (_("Counting …"));
  if (org == NULL)
    return zb_section_line_new (_("It was not there on that day."));
  flow = zb_flow_new (12);
  if (!self->with_below)
    own = zb_member_columns_count_orgs (columns, NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    zb_flow_append (ZB_FLOW (flow), figure_button (self, _(figures[i].label), figures[i].filter,
                                                   own != NULL ? own_count (&own[org->position], i)
                                                               : count_people (columns, org, figures[i].filter)));
  return flow;
}

void
zb_organization_figures_show (ZbOrganizationFigures *self, gint64 id)
{
  self->id = id;
  zb_section_set_content (self->section, make_figures (self));
}

/* Another day. */

static void
on_columns_on (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  ZbMemberColumns *columns = zb_registry_columns_on_finish (ZB_REGISTRY (source), result, &error);
  ZbOrganizationFigures *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  self->columns = columns;
  zb_organization_figures_show (self, self->id);
}

static void
on_day_activated (GtkEntry *entry, ZbOrganizationFigures *self)
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
  zb_organization_figures_show (self, self->id);
}

static void
on_below_toggled (GtkCheckButton *check, ZbOrganizationFigures *self)
{
  self->with_below = gtk_check_button_get_active (check);
  zb_organization_figures_show (self, self->id);
}

static GtkWidget *
make_tools (ZbOrganizationFigures *self)
{
  GtkWidget *flow = zb_flow_new (12);
  GtkWidget *check = gtk_check_button_new_with_mnemonic (_("_With those below"));
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *day = zb_date_to_print (zb_registry_today (self->registry));

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

static void
zb_organization_figures_dispose (GObject *object)
{
  ZbOrganizationFigures *self = ZB_ORGANIZATION_FIGURES (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, zb_member_columns_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_organization_figures_parent_class)->dispose (object);
}

static void
zb_organization_figures_class_init (ZbOrganizationFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_organization_figures_dispose;
}

static void
zb_organization_figures_init (ZbOrganizationFigures *self)
{
  self->with_below = TRUE;
}

GtkWidget *
zb_organization_figures_new (ZbRegistry *registry)
{
  ZbOrganizationFigures *self = g_object_new (ZB_TYPE_ORGANIZATION_FIGURES, NULL);

  self->registry = g_object_ref (registry);
  self->section = zb_section_new (_("Members"), make_tools (self));
  adw_bin_set_child (ADW_BIN (self), self->section);
  return GTK_WIDGET (self);
}
