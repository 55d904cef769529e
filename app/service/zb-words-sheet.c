/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "exchange/zb-sheet-error.h"
#include "service/zb-words.h"

#define SAVE_AS N_("Open it in a spreadsheet program, save it as .xlsx, and choose that file.")
#define CHOOSE N_("Choose another file.")

/* What a file can be instead of a list. */
static const struct {
  ZbSheetError code;
  const char *title;
  const char *advice;
  gboolean can_retry;
} sheet_words[] = {
  { ZB_SHEET_ERROR_NOT_FOUND, N_("The file was not found."), N_("Check how it is written."), FALSE },
  { ZB_SHEET_ERROR_NO_PERMISSION, N_("The file may not be read."), N_("Ask for the right to read it, or choose a copy."), TRUE },
  { ZB_SHEET_ERROR_NOT_A_FILE, N_("This is a folder or a device, not a file."), CHOOSE, FALSE },
  { ZB_SHEET_ERROR_EMPTY, N_("The file is empty."), CHOOSE, FALSE },
  { ZB_SHEET_ERROR_NOT_A_SHEET, N_("This file is not a spreadsheet."), N_("Choose a file of the kind .xlsx, .xls, .ods or .csv, or a .docx with a table."), FALSE },
  { ZB_SHEET_ERROR_OLD_FORMAT, N_("This kind of spreadsheet is not read."), SAVE_AS, FALSE },
  { ZB_SHEET_ERROR_OLD_DOCUMENT, N_("This kind of text document is not read."), N_("Open it in Word or WPS, save it as .docx, and choose that file."), FALSE },
  { ZB_SHEET_ERROR_PASSWORD, N_("The file is locked with a password."), N_("Save it without a password and choose that file."), FALSE },
  { ZB_SHEET_ERROR_DAMAGED, N_("The file is damaged or cut short."), N_("Have it sent again, or save it anew in a spreadsheet program."), FALSE },
  { ZB_SHEET_ERROR_TOO_MANY_ROWS, N_("The file has more rows than a spreadsheet can have."), N_("Divide it into several files."), FALSE },
  { ZB_SHEET_ERROR_TOO_BIG, N_("The file is far larger than any roster."), N_("Choose another file, or divide this one."), FALSE },
  { ZB_SHEET_ERROR_NO_SHEET, N_("The file has no sheet of that name."), N_("Choose one of its sheets."), FALSE },
  { ZB_SHEET_ERROR_NO_TABLE, N_("No row of headings was found in the file."), N_("Give the columns headings such as 姓名 and 性别 in one row."), FALSE },
  { ZB_SHEET_ERROR_STUCK, N_("Reading the file made no progress and was stopped."), SAVE_AS, TRUE },
  { ZB_SHEET_ERROR_PACKED, N_("Files are packed into this one."), N_("Unpack it and choose the list inside."), FALSE },
  { ZB_SHEET_ERROR_FAILED, N_("The file could not be read."), SAVE_AS, TRUE },
};

void
zb_words_sheet (int code, ZbWords *out_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheet_words); i++)
    if ((int) sheet_words[i].code == code)
      {
        out_words->title = g_strdup (_(sheet_words[i].title));
        out_words->advice = g_strdup (_(sheet_words[i].advice));
        out_words->can_retry = sheet_words[i].can_retry;
      }
}

/* What nobody sees on paper. */
#define LITTLE 0.25

char *
zb_words_smaller_letters (double asked, double size)
{
  char wanted[G_ASCII_DTOSTR_BUF_SIZE], made[G_ASCII_DTOSTR_BUF_SIZE];

  if (size <= 0 || asked - size < LITTLE)
    return NULL;
  g_ascii_formatd (wanted, sizeof wanted, "%.3g", asked);
  g_ascii_formatd (made, sizeof made, "%.3g", size);
  /* Translators: %1$s and %2$s are sizes of type in points */
  return g_strdup_printf (_("At %1$s points the columns do not fit: the letters are %2$s points. Fewer columns, landscape or A3 give larger ones."), wanted, made);
}
