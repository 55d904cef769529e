# SPDX-License-Identifier: GPL-3.0-or-later
"""Text documents for make-sheets.py, of parts written by hand."""

from office_packages import HEAD, OFFICE, STRICT_OFFICE, relations

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def run(words, properties=''):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs):
    return '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>' + ''.join(each if each.startswith('<') else run(each) for each in runs) + '</w:p>'


def word_cell(*paragraphs, marks=''):
    return f'<w:tc><w:tcPr>{marks}</w:tcPr>' + ''.join(each if each.startswith('<') else paragraph(each) for each in paragraphs) + '</w:tc>'


def table(*rows):
    return '<w:tbl><w:tblPr/>' + ''.join(rows) + '</w:tbl>'


def document(*body, part='word/document.xml', office=OFFICE):
    return {'_rels/.rels': relations(('w', 'officeDocument', part), office=office),
            part: f'{HEAD}<w:document {WORD}><w:body>' + ''.join(body) + '</w:body></w:document>'}


def documents():
    """Returns: name → its parts: honest ones, with what Word keeps in them besides words, and broken ones."""
    out = {}

    def write(name, files):
        out[name] = files

    def row(*cells, marks=''):
        return f'<w:tr><w:trPr>{marks}</w:trPr>' + ''.join(each if each.startswith('<') else word_cell(each) for each in cells) + '</w:tr>'
    over, below = '<w:vMerge w:val="restart"/>', '<w:vMerge/>'
    box = '<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>' + paragraph('框') + '</w:txbxContent></w:drawing></mc:Choice><mc:Fallback>' \
          + paragraph('框') + '</mc:Fallback></mc:AlternateContent>'
    list_of_two = table(
        row(word_cell('序号', marks=over), word_cell('姓 名', marks=over), word_cell('联系方式', marks='<w:gridSpan w:val="2"/>')),
        row(word_cell('', marks=below), word_cell('', marks=below), '手机', '座机'),
        row('1', word_cell(paragraph('张', '<w:r><w:br/></w:r>', '三')), word_cell('第一行', '第二行'),
            word_cell(paragraph('好', '<w:del><w:r><w:delText>坏</w:delText></w:r></w:del>', '<w:ins>' + run('了') + '</w:ins>',
                                run('藏', '<w:vanish/>'), run('显', '<w:vanish w:val="0"/>'), box))),
        row('2', '走了', '', '', marks='<w:del w:id="1"/>'),
        row(word_cell(paragraph('<w:r><w:tab/><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>')),
            word_cell('外', table(row('里一', '里二'))), '<w:sdt><w:sdtContent>' + word_cell('框里') + '</w:sdtContent></w:sdt>'))
    write('document.docx', document(paragraph('云溪厂', '第一党支部'), paragraph(' '), paragraph('填报单位：甲', box), list_of_two, paragraph(''),
                                    table(row('3', '李四', '', '')), paragraph('别的表'), table(row('只此')), paragraph('填表人：赵六')))
    write('strict.docx', document(table(row('甲', '乙')), part='x/y.xml', office=STRICT_OFFICE))
    # Each line of the table a hair beside the one above it; the title over all of it.
    hair = [row(word_cell('题', marks='<w:gridSpan w:val="6"/>'))]
    for i, cells in enumerate((('姓名', '性别', '民族'), ('张三', '男', '汉'), ('李四', '女', '回'), ('王五', '男', '汉'))):
        spans = ((2, 2, 2), (1, 3, 2), (2, 1, 3), (1, 2, 3))[i]
        hair.append(row(*(word_cell(cell, marks=f'<w:gridSpan w:val="{span}"/>') for cell, span in zip(cells, spans))))
    hair.append(row(word_cell('合计', marks='<w:gridSpan w:val="3"/>'), word_cell('3', marks='<w:gridSpan w:val="3"/>')))
    write('hair.docx', document(table(*hair)))
    write('before.docx', document(table(row('甲', '乙', '丙'), row('丁', marks='<w:gridBefore w:val="2"/>'))))
    body = '<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:p>题<text:note><text:p>注</text:p></text:note></text:p>' \
           '<table:table table:name="表格1"><table:table-column/>' \
           '<table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"><text:p>合</text:p></table:table-cell>' \
           '<table:covered-table-cell/><table:table-cell><text:p>手<text:s text:c="2"/>机</text:p><text:p>号</text:p></table:table-cell></table:table-row></table:table-header-rows>' \
           '<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell><table:table><table:table-row><table:table-cell>' \
           '<text:p>里</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table><text:p>尾</text:p>'
    spaces = 'xmlns:office="o" xmlns:text="t" xmlns:table="b"'
    write('document.odt', {'mimetype': 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '<manifest/>',
                           'content.xml': f'{HEAD}<office:document-content {spaces}><office:automatic-styles><text>x</text></office:automatic-styles>'
                                          f'<office:body><office:text>{body}</office:text></office:body></office:document-content>'})
    write('notable.docx', document(paragraph('关于开会的通知')))
    write('torn.docx', {path: part[:-30] if path.startswith('word') else part for path, part in document(table(row('x'))).items()})
    write('slides.pptx', {'_rels/.rels': relations(('w', 'officeDocument', 'ppt/presentation.xml')), 'ppt/presentation.xml': '<presentation/>'})
    return out
