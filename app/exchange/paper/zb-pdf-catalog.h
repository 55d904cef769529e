/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * zb_pdf_catalog_add:
 * @fd: a finished PDF, open for reading and writing
 * @entries: what its catalog is to have besides
 *
 * Adds to the catalog of a PDF what cairo cannot say: as a later edition of that one object behind the end of the file, as
 * the format has it. A file that is built in another way than is known here stays as it is.
 *
 * Returns: %FALSE with `errno` set when something could not be written
 */
gboolean zb_pdf_catalog_add (int fd, const char *entries);

G_END_DECLS
