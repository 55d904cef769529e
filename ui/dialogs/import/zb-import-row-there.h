/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/zb-import.h"
#include "service/zb-registry-import.h"

G_BEGIN_DECLS

/**
 * zb_import_row_there:
 * @problems: (nullable) (element-type ZbImportProblem): of the row
 * @out_heading: (out) (transfer full): where it stands, in words
 *
 * What row @index is shown beside: the record of the registry that it means or may mean, else the earlier row of the file that is
 * the same, which has no id.
 *
 * Returns: (transfer full) (nullable)
 */
ZbRecord *zb_import_row_there (ZbRegistry *registry, ZbImport *import, guint index, GPtrArray *problems, char **out_heading);

/** zb_import_row_problem: Returns: (transfer none) (nullable): the problem of that rule among @problems */
const ZbImportProblem *zb_import_row_problem (GPtrArray *problems, const char *rule);

G_END_DECLS
