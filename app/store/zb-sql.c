/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-sql.h"

static const char *const texts[ZB_N_SQL] = {
#define ZB_SQL_TEXT(id, text) [ZB_SQL_##id] = text,
  ZB_ALL_SQL (ZB_SQL_TEXT)
#undef ZB_SQL_TEXT
};

const char *
zb_sql_text (ZbSql id)
{
  return texts[id];
}
