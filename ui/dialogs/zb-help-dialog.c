/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-help-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#define START N_("To Begin With")
#define PEOPLE N_("Organisations and Members")
#define LIFE N_("Meetings and Ceremonies")
#define WISHES N_("Small Wishes")
#define PAPER N_("Lists and Papers")
#define SAFETY N_("Keeping It Safe")

static const struct {
  const char *chapter;
  const char *question;
  const char *answer;
} topics[] = {
  { START, N_("How do I bring in the roster that I have?"),
    N_("Menu → Import a Roster, Ctrl+I, or drop the files on the window or on the program’s icon; a table that was copied is pasted there. It may be a workbook, a CSV file, or a Word file with tables. What kind of list it is, is told by its headings. You see every row and what happens with it before anything is written; all of it can be undone in one step.") },
  { START, N_("The import does not know a word, or a row is wrong."),
    N_("Under Questions one answer counts for all rows that have the word: a branch that your registry calls otherwise, an unknown degree. Open a row with Enter to correct its cells, to say whom it means, or to leave it out. What was answered serves for the next file with the same headings. Rows that stay out are saved as a workbook with the reasons in red: mend them there and import it.") },
  { START, N_("An import of last month was wrong."),
    N_("Menu → Changes → the import → Take This Import Back. What nobody has touched since goes back; what was edited or used since stays, and is listed with the reason.") },
  { START, N_("How do I go about without a mouse?"),
    N_("Alt+1 to Alt+7 change the area, Ctrl+N enters something new, F2 edits, Ctrl+F searches, Ctrl+P prints and exports, Ctrl+Z undoes, Escape goes back. Ctrl+? shows all keys.") },
  { START, N_("I did something wrong. What now?"),
    N_("Ctrl+Z takes the last change back, also after a restart, also a whole import. Menu → Changes shows every change with who made it; each can be taken back there. On a record’s own page every earlier value has a way back.") },
  { PEOPLE, N_("How do I find somebody?"),
    N_("Type in the search of Members: name, pinyin or its initials, branch, telephone, or the end of the ID number. Conditions narrow it: women, under 45, with a degree; save what you need again under Saved Filters.") },
  { PEOPLE, N_("Somebody joins, is confirmed, moves or leaves."),
    N_("Open the person and choose under Steps. Each step asks for its date and paper and keeps the history; nobody is deleted. Who is not here any more stands under Former.") },
  { PEOPLE, N_("How do I write a letter of introduction?"),
    N_("Record Transfer Out under Steps, then Issue a Letter: it has stub, letter and receipt, and the next number of the year. It stands on the person’s page and is printed again with its number; a proof of membership is issued in the same way. The Register of Letters, under Ctrl+P, shows which receipts are still to come.") },
  { PEOPLE, N_("A branch gets another name, is moved, merged or closed."),
    N_("Organisations → the organisation → Change. Old lists go on to print the name of their day.") },
  { PEOPLE, N_("Why is an ID number covered?"),
    N_("ID numbers, telephones and addresses are covered on the screen. Show uncovers one, and the log keeps that: menu → Shown and Exported.") },
  { LIFE, N_("How do I plan and record a meeting?"),
    N_("Organisational Life → New Meeting. With a day to come it is planned, with a day past it was held. The roll of those expected is made for that day from memberships and exemptions; click somebody to read why he is expected or not.") },
  { LIFE, N_("How do I mark the attendance quickly?"),
    N_("Open the meeting, F8. All present with one key, then the exceptions: the arrows and a letter, or type “缺 3 7 12” after the numbers of the printed sheet. F11 calls the roll on the projector.") },
  { LIFE, N_("Who missed something and must make up for it?"),
    N_("The overview lists it; Lists → Make-Up. On the meeting’s page, under Make-Up Study, enter when and how it was made up: the hours follow.") },
  { LIFE, N_("How do I enter a vote?"),
    N_("On the meeting’s page, Votes. Enter who was entitled, who came, and the figures: quorum and majority are worked out by the rule of that kind of decision, and what is wrong is said at once.") },
  { LIFE, N_("How do I prepare an election?"),
    N_("Enter a vote of the kind Election for each candidate with the meeting; under Papers there are then the ballot, to be cut, and the tally sheet. Names may be typed there as well, in the order that they should have. When fewer stand than the rule asks for, it is said. Name cards and the plan of seats are made of the roll, or of those selected under Members.") },
  { LIFE, N_("What is still missing this year?"),
    N_("Organisational Life → Year: a table of kinds and months. A marked cell is a gap; choose it to read the rule, its source and the dates, and to record an exemption with its reason.") },
  { LIFE, N_("How do I hold an oath?"),
    N_("Oaths and Ceremonies lists who has not sworn. Plan the ceremony from there, print programme, script and roll, and on the day press F5: the oath stands on the big screen, sentence by sentence; Space goes on, B makes it dark, Escape leaves.") },
  { WISHES, N_("How does a wish go from collection to thanks?"),
    N_("Small Wishes → New Household, then its wish. Each card moves on by Ctrl+Right, by dragging, or by the buttons on its page: checked at home, approved, published, claimed, delivered, confirmed, visited, thanked. Every step keeps its date, person and words.") },
  { WISHES, N_("What may everybody see of a wish?"),
    N_("Only its number, the wish, the name for publication, the community and the state. A wish whose words tell the household’s name, number or address is not taken. It is published only when the household has agreed; of a child the guardian is needed.") },
  { WISHES, N_("How are wishes claimed at an event?"),
    N_("At the wall, in the line “Claim on the Spot”: the number on the card, the member by initials, the day promised, Return; and the next. F5 shows the wishes to be claimed on the hall’s screen.") },
  { PAPER, N_("How do I print a list or write it to Excel?"),
    N_("The printer beside the main menu, or Ctrl+P. Choose the list, for whom, as of which day, the order (by strokes of the surname, pinyin, post …) and the columns; the preview is what will be printed, and Ctrl+G goes to a page of it. Whoever was selected or searched for in the table stands there alone until you press “List All”. ID numbers, telephones and addresses are in full only in the internal edition, and that is kept in the log.") },
  { PAPER, N_("How do I get the same list again next month?"),
    N_("In “Print and Export”, choose everything as it shall be, open “Usual Lists”, give it a name and remember it. From then on it is a button on the overview: one click shows the pages, for that day and with the people of that day. A sheet to sign is for the next meeting. The order by hand, the widths of columns and the paper are remembered too. F2 gives a list another name.") },
  { PAPER, N_("Which lists does a branch have?"),
    N_("Members and those on their way, Party groups, the committee with its division of work, contacts, who has been in the Party for 50 years, political birthdays, sheets to sign with or without a meeting: all stand in the dialog of Ctrl+P, many in the menu of their page. What is saved under Saved Filters is a list, too: choose it, then Ctrl+P.") },
  { PAPER, N_("How do I go on with a list or a notice in Word?"),
    N_("Word… beside PDF, for every list and every paper. The file has Word’s own styles, headings and page numbers; the head of a table stands on every page. It looks like the preview, with the typefaces of official papers where they are installed.") },
  { PAPER, N_("Somebody fills in my Excel list. Does it come back?"),
    N_("Yes. Cells of sex, education, yes or no and the like offer the words to choose from. Import the file: rows that say the same stay as they are, and what is new or changed is shown before it is written.") },
  { PAPER, N_("The upper committee wants its own form filled."),
    N_("Open its .xlsx or .docx and write marks into the cells that are to be filled: {{姓名}}, {{入党时间}}, {{序号}}; for the whole list {{填报单位}}, {{截至日期}}, {{共几人}}, {{填表人}}; of a meeting {{时间}}, {{地点}}, {{应到}}, {{实到}}, {{议题}}; counted are {{正式党员数}}, {{预备党员数}}, {{女}}, {{少数民族数}}, {{35岁及以下党员数}} and others of the people in the list. The row with marks of a person repeats for everybody: empty rows that the table has below it are used up first, and only for more people are rows added; then what stands below moves down, and sums grow. Then menu → Forms of the Upper Committee: drop the file, see what each mark means, remember it by a name, and fill it. All of its look stays.") },
  { PAPER, N_("How do I write dates and several people a row into a form?"),
    N_("After a stroke stands how a date is written: {{出生日期|年}} 1985, |年月 1985.07, |年月日 1985.07.12, |中文年月 1985年7月, |中文年月日 1985年7月12日, |六位 198507, |八位 19850712; |文本 makes a cell of text, |间隔 spaces a name of two characters. A cell that is made for dates gets a real date. Where all marks of a row come twice, two people stand in it, side by side first, or down each column where the numbers printed in the form run so; {{姓名#1}} and {{姓名#2}} say it outright. {{姓名|合并}} names everybody in one cell, as {{姓名}} alone outside of a table does. A proof or letter, whose sentences tell several things of somebody, is for one person: right-click that member and choose Form of the Upper Committee.") },
  { PAPER, N_("How do I check my data before I report?"),
    N_("Menu → Check the Registry. Every finding says the rule, its source, the dates and what to do, and opens the record.") },
  { SAFETY, N_("Where is my data, and how do I back it up?"),
    N_("Everything is in one file, photos included; its name stands at the bottom left. Menu → Back Up writes a copy, opens it, checks it and says how many records it holds. Keep one outside of this computer.") },
  { SAFETY, N_("How do I hand the registry over?"),
    N_("Back it up onto a disk and give that; the successor chooses Restore a Backup at the first start. All history goes with it.") },
};

struct _ZbHelpDialog
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
  GtkWidget *search;
  GtkWidget *none;
  GtkWidget *rows[G_N_ELEMENTS (topics)];
  GPtrArray *groups; /* (owned) (element-type AdwPreferencesGroup): one a chapter */
};

G_DEFINE_FINAL_TYPE (ZbHelpDialog, zb_help_dialog, ADW_TYPE_WINDOW)

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *low = g_utf8_casefold (text, -1);

  return strstr (low, folded) != NULL;
}

/* A chapter without a question that fits goes; with few left they are open. */
static void
on_search_changed (ZbHelpDialog *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gboolean is_search = *folded != '\0', any = FALSE;

  for (guint g = 0; g < self->groups->len; g++)
    gtk_widget_set_visible (g_ptr_array_index (self->groups, g), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      gboolean fits = !is_search || contains (_(topics[i].question), folded) || contains (_(topics[i].answer), folded);

      gtk_widget_set_visible (self->rows[i], fits);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->rows[i]), is_search && fits);
      if (fits)
        gtk_widget_set_visible (g_object_get_data (G_OBJECT (self->rows[i]), "group"), TRUE);
      any = any || fits;
    }
  gtk_widget_set_visible (self->none, !any);
}

static void
zb_help_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_HELP_DIALOG (object)->groups);
  G_OBJECT_CLASS (zb_help_dialog_parent_class)->finalize (object);
}

static void
zb_help_dialog_class_init (ZbHelpDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_help_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
answer_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}

static void
add_topics (ZbHelpDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      GtkWidget *row = adw_expander_row_new ();

      if (group == NULL || strcmp (topics[i].chapter, topics[i - 1].chapter) != 0)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(topics[i].chapter));
          adw_preferences_page_add (self->page, group);
          g_ptr_array_add (self->groups, group);
        }
      g_object_set (row, "use-markup", FALSE, "title", _(topics[i].question), NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), answer_new (_(topics[i].answer)));
      g_object_set_data (G_OBJECT (row), "group", group);
      adw_preferences_group_add (group, row);
      self->rows[i] = row;
    }
}

static void
zb_help_dialog_init (ZbHelpDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new ();

  self->groups = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->search = gtk_search_entry_new ();
  self->none = gtk_label_new (_("Nothing in the help fits."));
  g_object_set (self->search, "placeholder-text", _("Search in the help"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search in the help"), -1);
  gtk_widget_set_size_request (self->search, 320, -1);
  gtk_widget_set_margin_top (self->none, 24);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_set_visible (self->none, FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->search);
  add_topics (self);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 640);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  /* The first Escape in the entry empties it, the next one closes. */
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
}

GtkWindow *
zb_help_dialog_new (void)
{
  return g_object_new (ZB_TYPE_HELP_DIALOG, NULL);
}
