# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos and papers: what goes in, what is kept, what comes out; looked at with another program's parser."""
import io
import json
import os
import sqlite3
import struct
import zlib

from PIL import Image, ImageOps

from zhibu_cli import case, main

MEETING = '走进纪念馆'


def meeting(cli):
    cli.as_of = '2026-04-30'
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', 'short_name=第一党支部')
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=主题党日', 'held_on=2026-04-15', f'title={MEETING}')


def exif(orientation=1, taken=b'2026:04:15 14:20:00', position=True, order='>'):
    """The EXIF of an invented camera: three directories, a day, and a place in the middle of the sea."""
    data = 122
    out = (b'MM\0*' if order == '>' else b'II*\0') + struct.pack(order + 'I', 8)
    out += struct.pack(order + 'H', 3)
    out += struct.pack(order + 'HHIHH', 0x0112, 3, 1, orientation, 0)
    out += struct.pack(order + 'HHII', 0x8769, 4, 1, 50)
    out += struct.pack(order + 'HHII', 0x8825 if position else 0x9999, 4, 1, 68)
    out += struct.pack(order + 'I', 0)
    out += struct.pack(order + 'HHHIII', 1, 0x9003, 2, 20, data, 0)
    out += struct.pack(order + 'H', 4)
    out += struct.pack(order + 'HHI4s', 1, 2, 2, b'N\0\0\0') + struct.pack(order + 'HHII', 2, 5, 3, data + 20)
    out += struct.pack(order + 'HHI4s', 3, 2, 2, b'E\0\0\0') + struct.pack(order + 'HHII', 4, 5, 3, data + 44)
    out += struct.pack(order + 'I', 0)
    assert len(out) == data
    return b'Exif\0\0' + out + taken + b'\0' + struct.pack(order + '12I', 1, 1, 2, 1, 0, 1, 3, 1, 4, 1, 0, 1)


def quarters(width=600, height=400):
    """Every corner of another colour, so that a turn shows."""
    image = Image.new('RGB', (width, height), 'white')
    for at, colour in (((0, 0), 'red'), ((1, 0), 'lime'), ((0, 1), 'blue')):
        image.paste(colour, (at[0] * width // 2, at[1] * height // 2, (at[0] + 1) * width // 2, (at[1] + 1) * height // 2))
    return image


def saved(image, form='JPEG', segment=None, **options):
    stream = io.BytesIO()
    image.save(stream, form, **options)
    data = stream.getvalue()
    if segment is None:
        return data
    return data[:2] + b'\xff\xe1' + struct.pack('>H', len(segment) + 2) + segment + data[2:]


def corners(image):
    near = [image.getpixel((x, y)) for x in (8, image.width - 9) for y in (8, image.height - 9)]
    return [tuple(round(channel / 255) for channel in pixel) for pixel in near]


def attached(cli, *files, **options):
    words = [word for name, value in options.items() for word in ('--' + name, value)]
    return cli.json('attach', MEETING, *[cli.path(file) for file in files], *words)


def fetched(cli, uid):
    path = cli.path(f'out-{uid}')
    cli.ok('attachment', uid, '--to', path)
    with open(path, 'rb') as file:
        return file.read()


@case
def a_photo_loses_its_place_and_stands_upright(cli):
    meeting(cli)
    cli.write('IMG_2001.JPG', saved(quarters(), segment=exif(6), quality=92))
    status, out, err = cli.run('attach', MEETING, cli.path('IMG_2001.JPG'), '--caption', '在纪念馆前合影', '--json')
    assert status == 0 and 'told where it was taken' in err, (out, err)
    record, = cli.json('list', 'attachment')
    assert (record['name'], record['kind'], record['media'], record['taken_on']) == ('IMG_2001.jpg', 'photo', 'image/jpeg', '2026-04-15')
    assert record['caption'] == '在纪念馆前合影' and record['meeting'] == MEETING
    data = fetched(cli, record['uid'])
    assert len(data) == record['size']
    image = Image.open(io.BytesIO(data))
    assert image.format == 'JPEG' and image.size == (400, 600)
    assert dict(image.getexif()) == {} and not set(image.info) - {'jfif', 'jfif_version', 'jfif_unit', 'jfif_density'}
    for trace in (b'Exif', b'GPS', b'2026:04', b'http'):
        assert trace not in data, trace
    assert corners(image) == corners(ImageOps.exif_transpose(Image.open(cli.path('IMG_2001.JPG'))))


@case
def every_way_a_camera_was_held(cli):
    meeting(cli)
    for orientation in range(1, 9):
        for order in '<>':
            name = f'photo{orientation}{"lb"[order == ">"]}.jpg'
            cli.write(name, saved(quarters(), segment=exif(orientation, order=order), quality=92))
            record, = attached(cli, name)
            image = Image.open(io.BytesIO(fetched(cli, record['uid'])))
            expected = ImageOps.exif_transpose(Image.open(cli.path(name)))
            assert (image.size, corners(image)) == (expected.size, corners(expected)), (orientation, order)


@case
def a_photo_without_a_place_says_nothing(cli):
    meeting(cli)
    cli.write('plain.jpg', saved(quarters(), segment=exif(1, position=False)))
    status, _, err = cli.run('attach', MEETING, cli.path('plain.jpg'))
    assert (status, err) == (0, '')
    # A clock that is wrong: the day is not proposed.
    cli.write('clock.jpg', saved(quarters(), segment=exif(1, taken=b'2031:01:01 00:00:00')))
    assert attached(cli, 'clock.jpg')[0]['taken_on'] is None
    # Some programs tell the place in words.
    cli.write('xmp.jpg', saved(quarters(), segment=b'http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="1,2N"/>'))
    assert 'taken out' in cli.run('attach', MEETING, cli.path('xmp.jpg'))[2]


@case
def large_photos_are_made_small_and_small_ones_stay(cli):
    meeting(cli)
    cli.write('large.jpg', saved(quarters(6000, 4000)))
    cli.write('small.png', saved(quarters(200, 100), 'PNG'))
    cli.write('clear.png', saved(Image.new('RGBA', (40, 30), (0, 0, 0, 0)), 'PNG'))
    cli.write('scan.tif', saved(quarters(300, 500), 'TIFF'))
    sizes = []
    for record in attached(cli, 'large.jpg', 'small.png', 'clear.png', 'scan.tif'):
        image = Image.open(io.BytesIO(fetched(cli, record['uid'])))
        sizes.append(image.size)
        assert image.format == 'JPEG' and record['name'].endswith('.jpg')
        if record['name'] == 'clear.jpg':
            assert image.getpixel((5, 5)) == (255, 255, 255), 'white paper shows through'
        elif record['name'] != 'large.jpg':
            assert corners(image) == [(1, 0, 0), (0, 0, 1), (0, 1, 0), (1, 1, 1)]
    assert sizes == [(2048, 1365), (200, 100), (40, 30), (300, 500)]
    with sqlite3.connect(cli.registry) as registry:
        previews = [Image.open(io.BytesIO(row[0])).size for row in registry.execute('SELECT preview FROM attachment_data ORDER BY attachment_id')]
    assert previews == [(320, 213), (200, 100), (40, 30), (192, 320)]


@case
def papers_are_kept_byte_by_byte(cli):
    meeting(cli)
    paper = b'%PDF-1.7\n' + bytes(range(256)) * 40
    cli.write('会议记录.pdf', paper)
    cli.write('签到表.jpg', saved(quarters()))
    record, = attached(cli, '会议记录.pdf', kind='会议记录')
    assert (record['name'], record['kind'], record['media'], record['size']) == ('会议记录.pdf', 'minutes', 'application/pdf', len(paper))
    assert fetched(cli, record['uid']) == paper
    assert attached(cli, '签到表.jpg', kind='sign_in')[0]['kind_label'] == '签到表'
    assert '会议记录.pdf' in cli.refused('attach', MEETING, cli.path('会议记录.pdf'), '--kind', '照片')
    assert '会议记录.pdf' in cli.ok('show', 'meeting', MEETING)
    assert cli.json('show', 'attachment', f'会议记录.pdf@{MEETING}')['size'] == len(paper)
    # A picture is one whatever it is called.
    cli.write('actually.pdf', saved(quarters()))
    assert attached(cli, 'actually.pdf')[0]['media'] == 'image/jpeg'


@case
def bad_files_are_told_and_nothing_is_kept(cli):
    meeting(cli)
    photo, staged, drawing = saved(quarters(160, 160)), saved(quarters(), progressive=True), saved(quarters(), 'PNG')
    cli.write('good.jpg', photo)
    os.mkdir(cli.path('folder.jpg'))
    with open(cli.path('huge.jpg'), 'wb') as file:
        file.write(photo)
        file.truncate(200 * 1024 * 1024)
    cases = {'cut.jpg': (photo[:len(photo) * 2 // 3], 'damaged'), 'progressive.jpg': (staged[:len(staged) // 2], 'damaged'),
             'cut.png': (drawing[:-200], 'damaged'), 'cut.tif': (saved(quarters(), 'TIFF')[:9000], 'damaged'), 'cut.bmp': (saved(quarters(), 'BMP')[:9000], 'damaged'), 'head.jpg': (b'\xff\xd8\xff\xe0', 'damaged'), 'renamed.jpg': (b'%PDF-1.4 not a photo', 'is none'),
             'words.png': ('这不是图片'.encode(), 'is none'), 'anim.gif': (saved(quarters(), 'GIF'), '.jpg'), 'phone.heic': (b'\0\0\0\x18ftypheic' + bytes(40), '.jpg'),
             'program.exe': (b'MZ\0\0', 'none of the papers'), 'false.pdf': (b'hello', 'none of the papers'), 'false.docx': (b'hello', 'none of the papers'),
             'none': (b'something', 'none of the papers'), 'empty.jpg': (b'', 'empty')}
    for name, (data, words) in cases.items():
        cli.write(name, data)
        said = cli.refused('attach', MEETING, cli.path('good.jpg'), cli.path(name))
        assert words in said, (name, said)
    assert '50 MB' in cli.refused('attach', MEETING, cli.path('huge.jpg'))
    assert 'folder' in cli.refused('attach', MEETING, cli.path('folder.jpg'))
    assert 'not found' in cli.refused('attach', MEETING, cli.path('nothing.jpg'))
    cli.refused('attach', '没有这个会', cli.path('good.jpg'))
    cli.refused('attach', MEETING, cli.path('good.jpg'), '--kind', '雕塑')
    cli.refused('attach', MEETING, status=2)
    cli.refused('add', 'attachment', 'kind=photo', 'name=x', 'media=image/jpeg', 'digest=0', status=2)
    # Drawn larger than any photo, in a few bytes.
    parts = ((b'IHDR', struct.pack('>IIBBBBB', 60000, 60000, 8, 2, 0, 0, 0)), (b'IDAT', zlib.compress(bytes(1000))), (b'IEND', b''))
    cli.write('bomb.png', b'\x89PNG\r\n\x1a\n' + b''.join(
        struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data)) for name, data in parts))
    assert 'far larger' in cli.refused('attach', MEETING, cli.path('bomb.png'))
    assert cli.json('list', 'attachment') == []
    with sqlite3.connect(cli.registry) as registry:
        assert registry.execute('SELECT count(*) FROM attachment_data').fetchone() == (0,)


@case
def taken_back_and_put_again(cli):
    meeting(cli)
    cli.write('photo.jpg', saved(quarters()))
    record, = attached(cli, 'photo.jpg')
    data = fetched(cli, record['uid'])
    cli.ok('undo')
    assert cli.json('list', 'attachment') == []
    cli.ok('redo')
    assert cli.json('list', 'attachment')[0]['uid'] == record['uid']
    path = cli.path('again.jpg')
    cli.ok('attachment', record['uid'], '--to', path)
    assert open(path, 'rb').read() == data
    cli.refused('attachment', record['uid'], '--to', path)
    cli.ok('attachment', record['uid'], '--to', path, '--force')
    cli.refused('attachment', record['uid'], '--to', cli.registry, '--force', status=2)
    cli.refused('attachment', record['uid'], status=2)
    cli.refused('set', 'attachment', record['uid'], 'size=1', status=2)
    cli.ok('set', 'attachment', record['uid'], 'caption=合影')
    assert cli.json('check') == [] or not [f for f in cli.json('check') if f['level'] == 'damage']


@case
def a_backup_carries_them(cli):
    meeting(cli)
    cli.write('photo.jpg', saved(quarters()))
    record, = attached(cli, 'photo.jpg')
    data = fetched(cli, record['uid'])
    cli.ok('backup', cli.path('copy.zhibu'))
    cli.registry = cli.path('other.zhibu')
    cli.ok('restore', cli.path('copy.zhibu'))
    os.remove(cli.path(f'out-{record["uid"]}'))
    assert fetched(cli, record['uid']) == data
    assert not [f for f in cli.json('check') if f['level'] == 'damage']


@case
def altered_bytes_are_found(cli):
    meeting(cli)
    cli.write('photo.jpg', saved(quarters()))
    for _ in range(2):
        attached(cli, 'photo.jpg')
    with sqlite3.connect(cli.registry) as registry:
        registry.execute("UPDATE attachment_data SET data = CAST (data || x'00' AS BLOB) WHERE attachment_id = 1")
        registry.execute('DELETE FROM attachment_data WHERE attachment_id = 2')
    status, out, _ = cli.run('check', '--json')
    assert status == 1
    found = [(f['rule'], f['record']) for f in json.loads(out) if f['level'] == 'damage']
    assert found == [('attachment-altered', 1), ('attachment-missing', 2)], found


def delivered(cli, *household):
    """A wish of one household, brought to it; its number."""
    cli.as_of = '2026-04-30'
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', 'short_name=第一党支部')
    cli.ok('add', 'household', 'alias=张奶奶', 'consent_on=2026-01-01', *household)
    number = cli.json('add', 'wish', 'household=张奶奶', 'org=第一党支部', 'title=一件棉衣', 'collected_on=2026-03-01')['number']
    cli.ok('do', 'wish', number, 'check', 'on=2026-03-02', 'by=李测', 'words=属实')
    cli.ok('do', 'wish', number, 'approve', 'on=2026-03-03', 'by=李测')
    cli.ok('do', 'wish', number, 'publish', 'on=2026-03-04')
    cli.ok('do', 'wish', number, 'claim', 'on=2026-03-05', 'partner=青石商行', 'promised_on=2026-03-20')
    cli.ok('do', 'claim', '青石商行', 'deliver', 'on=2026-03-10', 'what=羽绒服', 'witness1=李测', 'witness2=周六')
    assert '一件棉衣 青石商行' in cli.json('log')[0]['words'], cli.json('log')[0]
    return number


@case
def photos_of_a_wish_lose_their_place_and_ask_for_consent(cli):
    number = delivered(cli)
    cli.write('IMG_7.JPG', saved(quarters(), segment=exif(6)))
    status, out, err = cli.run('attach', number, cli.path('IMG_7.JPG'), '--of', 'wish', '--json')
    assert status == 0 and 'told where it was taken' in err and 'has not been asked yet' in err, (out, err)
    record, = json.loads(out)
    data = fetched(cli, record['uid'])
    assert b'Exif' not in data and b'GPS' not in data and Image.open(io.BytesIO(data)).size == (400, 600)
    assert (record['wish'], record['meeting'], record['delivery']) == ('一件棉衣', None, None), record
    assert cli.json('log')[0]['action'] == 'wish.attach'
    # Said no, said yes, and never said of a paper.
    cli.write('plain.jpg', saved(quarters()))
    cli.ok('set', 'household', '张奶奶', 'photo_consent=否')
    assert 'does not want photos' in cli.run('attach', number, cli.path('plain.jpg'), '--of', 'wish')[2]
    assert cli.run('attach', number, cli.path('plain.jpg'), '--of', 'wish', '--kind', '签收单')[2] == ''
    cli.ok('set', 'household', '张奶奶', 'photo_consent=是')
    assert cli.run('attach', number, cli.path('plain.jpg'), '--of', 'wish')[2] == ''
    cli.refused('attach', number, cli.path('plain.jpg'), '--of', 'household', status=2)
    cli.refused('attach', '2026-9999', cli.path('plain.jpg'), '--of', 'wish')


@case
def a_signed_receipt_belongs_to_its_delivery(cli):
    number = delivered(cli)
    cli.write('签收.jpg', saved(quarters()))
    assert cli.json('list', 'delivery')[0]['receipt'] is None
    assert cli.run('attach', '羽绒服', cli.path('签收.jpg'), '--of', 'delivery', '--kind', '签收单')[:1] == (0,)
    record, = cli.json('list', 'attachment')
    assert (record['delivery'], record['wish'], record['kind']) == ('羽绒服', '一件棉衣', 'receipt'), record
    assert cli.json('list', 'delivery')[0]['receipt'] is True
    # The paper is no photo; a photo is.
    cli.ok('attach', number, cli.path('签收.jpg'), '--of', 'wish')
    cli.ok('export', 'wish-ledger', '--to', cli.path('l.csv'))
    with open(cli.path('l.csv'), encoding='utf-8-sig') as file:
        assert '照片1张' in file.read()
    cli.ok('undo')
    cli.ok('undo')
    assert cli.json('list', 'attachment') == [] and cli.json('list', 'delivery')[0]['receipt'] is None


main()
