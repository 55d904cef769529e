/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-place-group.h"

#include <glib/gi18n.h>

#include "widgets/zb-choice.h"

struct _ZbPlaceGroup
{
  AdwPreferencesGroup parent_instance;

  ZbRegistry *registry;    /* (owned) */
  gint64 org;
  gboolean is_there;       /* the person is in the registry */
  char *group_before;      /* (owned) (nullable): the value first chosen */
  gboolean is_filling;

  GtkWidget *org_choice;   /* (nullable): the place cannot be chosen */
  GtkWidget *group_row;    /* (nullable): it has no groups */
  GtkWidget *group_choice; /* (nullable) */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbPlaceGroup, zb_place_group, ADW_TYPE_PREFERENCES_GROUP)

static gint64
chosen_id (GtkWidget *choice)
{
  const char *value = choice != NULL ? zb_choice_get_value (choice) : NULL;

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static GtkWidget *
add_row (ZbPlaceGroup *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
put_choice (GtkWidget *row, GtkWidget *choice)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_chosen (ZbPlaceGroup *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Groups stand below branches: one that has none is not asked for one. */
static void
offer_groups (ZbPlaceGroup *self, gint64 branch)
{
  ZbOrgTree *tree = zb_registry_tree (self->registry);
  const ZbOrg *org = branch != 0 ? zb_org_tree_get (tree, branch) : NULL;

  if (self->group_choice != NULL)
    adw_action_row_remove (ADW_ACTION_ROW (self->group_row), self->group_choice);
  self->group_choice = NULL;
  gtk_widget_set_visible (self->group_row, org != NULL && org->kind == ZB_ORG_BRANCH && org->below > 0);
  if (!gtk_widget_get_visible (self->group_row))
    return;
  self->group_choice = zb_choice_new_orgs (tree, ZB_CHOICE_GROUPS, branch, _("Not given"));
  put_choice (self->group_row, self->group_choice);
  g_signal_connect_object (self->group_choice, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
}

static void
on_org_chosen (ZbPlaceGroup *self)
{
  self->org = chosen_id (self->org_choice);
  if (self->group_row != NULL)
    offer_groups (self, self->org);
  on_chosen (self);
}

static void
zb_place_group_dispose (GObject *object)
{
  g_clear_object (&ZB_PLACE_GROUP (object)->registry);
  G_OBJECT_CLASS (zb_place_group_parent_class)->dispose (object);
}

static void
zb_place_group_finalize (GObject *object)
{
  g_free (ZB_PLACE_GROUP (object)->group_before);
  G_OBJECT_CLASS (zb_place_group_parent_class)->finalize (object);
}

static void
zb_place_group_class_init (ZbPlaceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_place_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_place_group_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_place_group_init (ZbPlaceGroup *self)
{
}

GtkWidget *
zb_place_group_new (ZbRegistry *registry, const ZbKind *kind, gint64 org)
{
  ZbPlaceGroup *self = g_object_new (ZB_TYPE_PLACE_GROUP, NULL);
  gboolean is_member = kind == &zb_kind_member;
  g_autofree char *value = org != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, org) : NULL;

  self->registry = g_object_ref (registry);
  self->is_filling = TRUE;
  self->org_choice = zb_choice_new_orgs (zb_registry_tree (registry), ZB_CHOICE_BRANCHES, 0,
                                         is_member ? _("Not given") : _("None (at the top)"));
  put_choice (add_row (self, is_member ? _("Branch") : _("Organisation Above")), self->org_choice);
  if (is_member)
    self->group_row = add_row (self, _("Party Group"));
  g_signal_connect_object (self->org_choice, "notify::selected", G_CALLBACK (on_org_chosen), self, G_CONNECT_SWAPPED);
  zb_choice_set_value (self->org_choice, value);
  on_org_chosen (self);
  self->is_filling = FALSE;
  return GTK_WIDGET (self);
}

/* The branch, and the steps that change it. */
static void
add_fixed_branch (ZbPlaceGroup *self)
{
  GtkWidget *row = add_row (self, _("Branch"));
  g_autofree char *name = self->org != 0 ? zb_registry_title (self->registry, &zb_kind_organization, self->org) : NULL;
  GtkWidget *label = gtk_label_new (name != NULL ? name : _("Not given"));
  const ZbStep *step = zb_kind_step (&zb_kind_member, self->org != 0 ? "move" : "transfer-in");
  /* Translators: why a branch cannot be chosen here; %s is the name of a step */
  g_autofree char *subtitle = g_strdup_printf (_("Changes by the step “%s”"), _(step->label));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

GtkWidget *
zb_place_group_new_for_member (ZbRegistry *registry, gint64 person)
{
  ZbPlaceGroup *self = g_object_new (ZB_TYPE_PLACE_GROUP, NULL);
  g_autoptr(ZbRecord) membership = zb_registry_membership (registry, person);

  self->registry = g_object_ref (registry);
  self->is_there = TRUE;
  self->is_filling = TRUE;
  self->org = membership != NULL ? zb_record_get_int (membership, "org") : 0;
  add_fixed_branch (self);
  self->group_row = add_row (self, _("Party Group"));
  offer_groups (self, self->org);
  if (self->group_choice != NULL)
    {
      zb_choice_set_value (self->group_choice, zb_record_get (membership, "group"));
      self->group_before = g_strdup (zb_choice_get_value (self->group_choice));
    }
  self->is_filling = FALSE;
  return GTK_WIDGET (self);
}

gint64
zb_place_group_get_org (ZbPlaceGroup *self)
{
  return self->org;
}

gint64
zb_place_group_get_group (ZbPlaceGroup *self)
{
  if (self->is_there && (self->group_choice == NULL || g_strcmp0 (self->group_before, zb_choice_get_value (self->group_choice)) == 0))
    return -1;
  return chosen_id (self->group_choice);
}
