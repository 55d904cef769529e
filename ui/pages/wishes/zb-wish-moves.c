/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-moves.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/zb-step-dialog.h"
#include "shell/zb-page.h"

/* Bits of the states of the wish kind, in their order there. */
enum {
  COLLECTED = 1 << 0,
  RETURNED = 1 << 1,
  CHECKED = 1 << 2,
  APPROVED = 1 << 3,
  PUBLISHED = 1 << 4,
  CLAIMED = 1 << 5,
  DOING = 1 << 6,
  FULFILLED = 1 << 7,
  CONFIRMED = 1 << 8,
  VISITED = 1 << 9
};

static const ZbWishColumn columns[] = {
  { "checking", N_("To Be Checked"), COLLECTED | RETURNED | CHECKED }, { "approved", N_("To Be Published"), APPROVED },
  { "published", N_("To Be Claimed"), PUBLISHED },                     { "claimed", N_("In Hand"), CLAIMED | DOING },
  { "fulfilled", N_("To Be Confirmed"), FULFILLED },                   { "confirmed", N_("To Be Visited and Thanked"), CONFIRMED | VISITED },
};

/* The step that leads on from each state, as most wishes go. */
static const char *const onward[] = { "check", "check", "approve", "publish", "claim", "start", NULL, "confirm", "visit", "thank" };

const ZbWishColumn *
zb_wish_columns (guint *out_n)
{
  *out_n = G_N_ELEMENTS (columns);
  return columns;
}

int
zb_wish_column_of (int state)
{
  for (guint i = 0; state >= 0 && i < G_N_ELEMENTS (columns); i++)
    if (columns[i].states & (1u << state))
      return (int) i;
  return -1;
}

static int
state_of (const ZbRecord *wish)
{
  for (int i = 0; zb_kind_wish.states[i] != NULL; i++)
    if (g_strcmp0 (zb_kind_wish.states[i], zb_record_get (wish, "state")) == 0)
      return i;
  return -1;
}

const ZbStep *
zb_wish_onward (const ZbRecord *wish)
{
  int state = state_of (wish);

  return state >= 0 && state < (int) G_N_ELEMENTS (onward) && onward[state] != NULL ? zb_kind_step (&zb_kind_wish, onward[state]) : NULL;
}

static int
column_named (const char *state)
{
  for (int i = 0; state != NULL && zb_kind_wish.states[i] != NULL; i++)
    if (strcmp (zb_kind_wish.states[i], state) == 0)
      return zb_wish_column_of (i);
  return -1;
}

static void
on_done (GtkWidget *widget, const char *words)
{
  zb_page_say (widget, words, TRUE);
}

/* Of a claim also what it is of: a name alone tells nobody what is brought. */
static char *
title_of (ZbRegistry *registry, const ZbKind *kind, gint64 id)
{
  g_autofree char *own = zb_registry_title (registry, kind, id);
  g_autoptr(ZbRecord) claim = kind == &zb_kind_claim ? zb_registry_get (registry, kind, id, FALSE, NULL) : NULL;
  g_autofree char *wish = claim != NULL ? zb_registry_title (registry, &zb_kind_wish, zb_record_get_int (claim, "wish")) : NULL;

  return wish != NULL ? g_strdup_printf ("%s · %s", wish, own) : g_steal_pointer (&own);
}

void
zb_wish_step (GtkWidget *widget, ZbRegistry *registry, const ZbKind *kind, gint64 id, const ZbStep *step)
{
  g_autofree char *title = title_of (registry, kind, id);
  GtkWindow *dialog;

  if (zb_registry_is_read_only (registry))
    return;
  dialog = zb_step_dialog_new (registry, kind, &id, 1, step, title);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), widget, G_CONNECT_SWAPPED);
  zb_page_present (widget, dialog);
}

/* The claim that is open, 0 for none or several. */
static gint64
open_claim (ZbRegistry *registry, gint64 wish)
{
  g_autoptr(GPtrArray) claims = zb_registry_wish_parts (registry, &zb_kind_claim, wish, NULL);
  gint64 found = 0;
  guint n = 0;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (g_strcmp0 (zb_record_get (g_ptr_array_index (claims, i), "state"), "active") == 0)
      {
        found = ((ZbRecord *) g_ptr_array_index (claims, i))->id;
        n++;
      }
  return n == 1 ? found : 0;
}

/* With one claim open its steps move the wish: delivery forward, withdrawal back to where it can be claimed. */
static gboolean
move_claim (GtkWidget *widget, ZbRegistry *registry, gint64 wish, int column)
{
  const char *step = column == column_named ("fulfilled") ? "deliver" : column == column_named ("published") ? "withdraw" : NULL;
  gint64 claim = step != NULL ? open_claim (registry, wish) : 0;

  if (claim == 0)
    return FALSE;
  zb_wish_step (widget, registry, &zb_kind_claim, claim, zb_kind_step (&zb_kind_claim, step));
  return TRUE;
}

static const ZbStep *
step_into (GPtrArray *allowed, int column)
{
  for (guint i = 0; i < allowed->len; i++)
    if (column_named (((const ZbStep *) g_ptr_array_index (allowed, i))->to) == column)
      return g_ptr_array_index (allowed, i);
  return NULL;
}

void
zb_wish_move (GtkWidget *widget, ZbRegistry *registry, gint64 wish, int column)
{
  g_autoptr(ZbRecord) record = zb_registry_get (registry, &zb_kind_wish, wish, FALSE, NULL);
  g_autoptr(GPtrArray) allowed = zb_registry_allowed_steps (registry, &zb_kind_wish, wish);
  int state = record != NULL ? state_of (record) : -1;
  const ZbStep *step;

  if (state < 0 || (column >= 0 && column == zb_wish_column_of (state)))
    return;
  step = column < 0 ? zb_wish_onward (record) : step_into (allowed, column);
  if (step != NULL)
    zb_wish_step (widget, registry, &zb_kind_wish, wish, step);
  else if (!move_claim (widget, registry, wish, column >= 0 ? column : column_named ("fulfilled")))
    {
      zb_page_ask_for_record (widget, &zb_kind_wish, wish);
      zb_page_say (widget, _("No single step leads there: choose one of the steps that are possible here."), FALSE);
    }
}
