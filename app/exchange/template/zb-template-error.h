/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZbTemplateError:
 * @ZB_TEMPLATE_ERROR_NOT_FOUND: no such file
 * @ZB_TEMPLATE_ERROR_NO_PERMISSION: the file may not be read
 * @ZB_TEMPLATE_ERROR_NOT_A_FILE: a folder or a device
 * @ZB_TEMPLATE_ERROR_EMPTY: no bytes
 * @ZB_TEMPLATE_ERROR_OTHER_KIND: neither a workbook nor a text document
 * @ZB_TEMPLATE_ERROR_OLD_FORMAT: .xls, .doc: save it as .xlsx or .docx
 * @ZB_TEMPLATE_ERROR_OPEN_DOCUMENT: .ods, .odt: save it as .xlsx or .docx
 * @ZB_TEMPLATE_ERROR_MACROS: it brings a program along, which would run on the desk of whoever opens what was filled
 * @ZB_TEMPLATE_ERROR_PASSWORD: locked
 * @ZB_TEMPLATE_ERROR_DAMAGED: cut short or broken inside; the message says where
 * @ZB_TEMPLATE_ERROR_TOO_BIG: larger than any form
 * @ZB_TEMPLATE_ERROR_TOO_MANY_ROWS: filled, it would have more rows than a sheet can have
 * @ZB_TEMPLATE_ERROR_NO_MARKS: nothing in it is marked
 * @ZB_TEMPLATE_ERROR_UNKNOWN_MARKS: the message names them
 * @ZB_TEMPLATE_ERROR_OTHER_END: the name of the file to be written does not end as the form's
 * @ZB_TEMPLATE_ERROR_ONE_PERSON: a running text tells several things of one person, and the list has more; the message says how many
 * @ZB_TEMPLATE_ERROR_STUCK: no progress for a minute
 * @ZB_TEMPLATE_ERROR_FAILED: the child process could not be started, or broke down
 *
 * What a file can be instead of a form. Nothing was changed in any of these cases.
 */
typedef enum {
  ZB_TEMPLATE_ERROR_NOT_FOUND,
  ZB_TEMPLATE_ERROR_NO_PERMISSION,
  ZB_TEMPLATE_ERROR_NOT_A_FILE,
  ZB_TEMPLATE_ERROR_EMPTY,
  ZB_TEMPLATE_ERROR_OTHER_KIND,
  ZB_TEMPLATE_ERROR_OLD_FORMAT,
  ZB_TEMPLATE_ERROR_OPEN_DOCUMENT,
  ZB_TEMPLATE_ERROR_MACROS,
  ZB_TEMPLATE_ERROR_PASSWORD,
  ZB_TEMPLATE_ERROR_DAMAGED,
  ZB_TEMPLATE_ERROR_TOO_BIG,
  ZB_TEMPLATE_ERROR_TOO_MANY_ROWS,
  ZB_TEMPLATE_ERROR_NO_MARKS,
  ZB_TEMPLATE_ERROR_UNKNOWN_MARKS,
  ZB_TEMPLATE_ERROR_OTHER_END,
  ZB_TEMPLATE_ERROR_ONE_PERSON,
  ZB_TEMPLATE_ERROR_STUCK,
  ZB_TEMPLATE_ERROR_FAILED
} ZbTemplateError;

#define ZB_TEMPLATE_ERROR (zb_template_error_quark ())

GQuark zb_template_error_quark (void);

G_END_DECLS
