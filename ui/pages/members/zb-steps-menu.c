/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-steps-menu.h"

#include <glib/gi18n.h>

#define MAX_LOOKED_UP 200

/* Steps that all of them may take, in the order of the declaration. */
static GPtrArray *
common_steps (ZbRegistry *registry, const gint64 *ids, guint n_ids)
{
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; i < zb_kind_member.n_steps; i++)
    g_ptr_array_add (common, (gpointer) &zb_kind_member.steps[i]);
  if (n_ids > MAX_LOOKED_UP)
    return common;
  for (guint i = 0; i < n_ids && common->len > 0; i++)
    {
      g_autoptr(GPtrArray) allowed = zb_registry_allowed_steps (registry, &zb_kind_member, ids[i]);

      for (guint j = common->len; j > 0; j--)
        if (allowed == NULL || !g_ptr_array_find (allowed, g_ptr_array_index (common, j - 1), NULL))
          g_ptr_array_remove_index (common, j - 1);
    }
  return common;
}

GMenuModel *
zb_steps_menu_new (ZbRegistry *registry, const gint64 *ids, guint n_ids)
{
  g_autoptr(GPtrArray) steps = common_steps (registry, ids, n_ids);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const ZbStep *step = g_ptr_array_index (steps, i);
      g_autofree char *label = g_strdup_printf ("%s…", _(step->label));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "members.step", "s", step->name);
      g_menu_append_item (menu, item);
    }
  if (steps->len == 0)
    g_menu_append (menu, _("Nothing can be done for all of these at once"), "members.none");
  if (n_ids == 1)
    {
      g_autoptr(GMenu) papers = g_menu_new ();

      g_menu_append (papers, _("Issue a Letter of Introduction or Proof…"), "members.issue-letter");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
    }
  return G_MENU_MODEL (menu);
}
