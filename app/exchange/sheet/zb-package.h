/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/zb-zip.h"

G_BEGIN_DECLS

/* The container of Office Open XML: parts, and what they have to do with each other. In the child process only   [ECMA-376-2]. */

/**
 * ZbPackageRelations:
 * @targets: relation id → part
 * @types: relation id → last word of its type: `worksheet`, `styles` …
 * @from: the part that they are of
 */
typedef struct {
  GHashTable *targets;
  GHashTable *types;
  char *from;
} ZbPackageRelations;

void zb_package_relations_clear (ZbPackageRelations *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbPackageRelations, zb_package_relations_clear)

/** zb_package_relations: those of the part @from, or of the whole container for "". @out_found: (out): whether there is a list of them */
gboolean zb_package_relations (ZbZip *zip, const char *from, ZbPackageRelations *out, gboolean *out_found, GError **error);

/** zb_package_part_of_type: (nullable): the part that stands in a relation of that type. */
const char *zb_package_part_of_type (ZbPackageRelations *relations, const char *type);

/** zb_package_main: the document itself. @error: what else the container is. Returns: (transfer full) (nullable) */
char *zb_package_main (ZbZip *zip, GError **error);

/** zb_package_root: local name of the first element of a part. Returns: (transfer full) (nullable) */
char *zb_package_root (ZbZip *zip, const char *part, GError **error);

G_END_DECLS
