/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-codes.h"

G_BEGIN_DECLS

/* The tables by room; each is found by its name through zb_code_table_get(). */
extern const ZbCodeTable *const zb_code_tables_person[];
extern const ZbCodeTable *const zb_code_tables_party[];
extern const ZbCodeTable *const zb_code_tables_work[];
extern const ZbCodeTable *const zb_code_tables_organization[];
extern const ZbCodeTable *const zb_code_tables_life[];
extern const ZbCodeTable *const zb_code_tables_ceremony[];
extern const ZbCodeTable *const zb_code_tables_service[];

#define ZB_CODE_TABLE(name_, source_, codes_) { .name = name_, .source = source_, .codes = codes_, .n_codes = G_N_ELEMENTS (codes_) }

G_END_DECLS
