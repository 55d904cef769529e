/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/zb-change-set.h"

G_BEGIN_DECLS

/**
 * zb_publication_check:
 * @record: of the household or wish kind, about to be written
 * @old: (nullable): as it was
 *
 * Whether what everybody may read of a wish tells nothing private of its household: neither its name, numbers, address nor
 * guardian, nor any other number as long as a telephone. Asked at every write, so that nothing public can tell it.
 *
 * @error: %ZB_DATA_ERROR_REFUSED (`tells-private`, `looks-private`)
 */
gboolean zb_publication_check (ZbDb *db, const ZbRecord *record, const ZbRecord *old, GError **error);

/** zb_publication_allowed: whether the household agreed by the day, and a guardian is known for who is not of age. @error: REFUSED (`no-consent`, `no-guardian`) */
gboolean zb_publication_allowed (ZbDb *db, gint64 household, ZbDate on, GError **error);

/**
 * zb_publication_looked:
 * @wish: about to be published
 *
 * Whether nothing that everybody will read looks like an address, in part at least. A guess: who looked through it may
 * publish it all the same. @error: REFUSED (`looks-like-address`)
 */
gboolean zb_publication_looked (ZbDb *db, const ZbRecord *wish, GError **error);

/** zb_publication_find_address: the first public text of a record that looks like an address. @out_field: (out). Returns: (transfer full) (nullable): what looks so */
char *zb_publication_find_address (const ZbRecord *record, const ZbField **out_field);

G_END_DECLS
