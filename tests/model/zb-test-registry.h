/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "zb-test-db.h"
#include "zb-test-spin.h"

G_BEGIN_DECLS

/**
 * ZbTestRegistry:
 * @files: the file and its folder; `files->db` is another program's connection, open or %NULL
 * @branch: an organisation that is there from the beginning
 * @said: what `changed` said, a blank after each: `M` `O` `P` `F` `L` for its mask, then the ids, `*` for many
 *
 * A registry open as the window has it, on a file of its own.
 */
typedef struct {
  ZbTestDb *files;
  ZbRegistry *registry;
  gint64 branch;
  GString *said;
} ZbTestRegistry;

/** zb_test_registry_new: with a branch, and the columns loaded. */
ZbTestRegistry *zb_test_registry_new (void);
/** zb_test_registry_free: shuts the registry down and asserts that nothing holds it. */
void zb_test_registry_free (ZbTestRegistry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTestRegistry, zb_test_registry_free)

/** zb_test_registry_open: opens @path and waits. Returns: (transfer full) (nullable) */
ZbRegistry *zb_test_registry_open (const char *path, gboolean create, GError **error);
/** zb_test_registry_close: waits for the shutdown, then drops the last reference. */
void zb_test_registry_close (ZbRegistry *registry);

/** zb_test_registry_people: how many people of today the columns find; -1 while they are not loaded. */
int zb_test_registry_people (ZbRegistry *registry);
/** zb_test_registry_wait_columns: until the registry's columns find so many people. */
void zb_test_registry_wait_columns (ZbRegistry *registry, int people);

/** zb_test_registry_add: saves somebody new in the branch, through the registry. Returns: the id */
gint64 zb_test_registry_add (ZbTestRegistry *self, const char *name);

/** zb_test_registry_undo: undoes the last change through the registry. */
void zb_test_registry_undo (ZbTestRegistry *self);

G_END_DECLS
