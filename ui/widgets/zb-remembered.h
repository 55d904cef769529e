/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_REMEMBERED (zb_remembered_get_type ())

/**
 * ZbRemembered:
 *
 * What the registry remembers by name, in a popover: taken up again, given another name, forgotten, and a name under which
 * what is at hand is remembered. One of the same name is written over. Derived for each kind.
 *
 * Signals: `toast (const char *words, gboolean can_undo)`
 */
G_DECLARE_DERIVABLE_TYPE (ZbRemembered, zb_remembered, ZB, REMEMBERED, GtkPopover)

/**
 * ZbRememberedWords:
 * @list: what the list is called, for who cannot see it
 * @empty: said while there is nothing in it
 * @forget, @rename: of the buttons of a row; %s is its name
 * @placeholder: in the field for the name
 * @name: what that field is called
 * @remember: on the button, with its mnemonic
 * @tooltip: (nullable): of that button
 * @remembered: (nullable): said when it was; %s is the name. %NULL: as of any record
 *
 * All translated, and kept by nobody.
 */
typedef struct {
  const char *list;
  const char *empty;
  const char *forget;
  const char *rename;
  const char *placeholder;
  const char *name;
  const char *remember;
  const char *tooltip;
  const char *remembered;
} ZbRememberedWords;

/**
 * ZbRememberedClass:
 * @kind: whose records these are
 * @list: the records in their order. Returns: (transfer full) (nullable)
 * @caption: (nullable): a second line. Returns: (transfer full) (nullable)
 * @chosen: one is taken up again
 * @can_remember: whether something is at hand
 * @make: a record of what is at hand under @name; %NULL without @error when nothing is. Returns: (transfer full) (nullable)
 */
struct _ZbRememberedClass {
  GtkPopoverClass parent_class;

  const ZbKind *kind;
  GPtrArray *(*list) (ZbRemembered *self, ZbRegistry *registry);
  char *(*caption) (ZbRemembered *self, const ZbRecord *record);
  void (*chosen) (ZbRemembered *self, const ZbRecord *record);
  gboolean (*can_remember) (ZbRemembered *self);
  ZbRecord *(*make) (ZbRemembered *self, ZbRegistry *registry, const char *name, GError **error);
};

/** zb_remembered_set_up: once, by who derives it. */
void zb_remembered_set_up (ZbRemembered *self, ZbRegistry *registry, const ZbRememberedWords *words);

/** zb_remembered_set_name: the name that is offered for what is at hand. */
void zb_remembered_set_name (ZbRemembered *self, const char *name);

/** zb_remembered_say: for a failure of who derives it. */
void zb_remembered_say (ZbRemembered *self, const GError *error);

G_END_DECLS
