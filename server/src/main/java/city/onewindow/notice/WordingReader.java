package city.onewindow.notice;

import city.onewindow.notice.Wording.Part;
import city.onewindow.notice.Wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a wording line by line and tells everything that is wrong with it at once. */
final class WordingReader {

    static final int MOST_LINES = 80;
    static final int LONGEST_LINE = 1000;

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern FACT = Pattern.compile("-\\s*([^{}：]+)：(.*)");
    private static final Pattern ITEM = Pattern.compile("\\d{1,2}[.、]\\s*(\\D.*)");
    private static final String SIGNED = "签名：";
    private static final String HEADING = "标题：";

    private final WordedDocument document;
    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final List<WordingFault> faults = new ArrayList<>();
    private int line;

    WordingReader(WordedDocument document, String text) {
        this.document = document;
        this.text = text;
    }

    Wording read() {
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            faults.add(new WordingFault(0, "有 " + lines.size() + " 行，最多 " + MOST_LINES + " 行，请精简。"));
            return new Wording(document, text, parts, faults);
        }
        for (String each : lines) {
            line++;
            if (!each.isEmpty()) {
                read(each);
            }
        }
        document.musts().stream()
                .filter(must -> !must.isMetBy(text))
                .forEach(must ->
                        faults.add(new WordingFault(0, "缺少“" + must.spelling() + "”：" + must.ground() + "要求写明，请补上。")));
        return new Wording(document, text, parts, faults);
    }

    private void read(String each) {
        if (each.length() > LONGEST_LINE) {
            fault("有 " + each.length() + " 个字，最多 " + LONGEST_LINE + " 个，请分成几段。");
        }
        if (each.codePoints().anyMatch(Character::isISOControl)) {
            fault("有看不见的控制字符，请删去后重新输入这一行。");
        }
        Optional<Place> block = block(each);
        if (block.isPresent()) {
            parts.add(new Part.Block(block.get()));
        } else if (each.startsWith("-")) {
            fact(each);
        } else if (each.startsWith(SIGNED)) {
            signature(each);
        } else if (each.startsWith(HEADING)) {
            parts.add(new Part.Heading(phrase(each.substring(HEADING.length()).strip())));
        } else if (ITEM.matcher(each).matches()) {
            item(each);
        } else {
            parts.add(new Part.Line(phrase(each)));
        }
    }

    private Optional<Place> block(String each) {
        Matcher alone = PLACE.matcher(each);
        return alone.matches() ? place(alone.group(1), false).filter(Place::isBlock) : Optional.empty();
    }

    private void fact(String each) {
        Matcher fact = FACT.matcher(each);
        if (!fact.matches()) {
            fault("以“-”开头的一行写成“- 名称：内容”，名称里没有填写处，冒号用全角。");
            return;
        }
        Part.Fact read =
                new Part.Fact(fact.group(1).strip(), phrase(fact.group(2).strip()));
        if (last() instanceof Part.Facts before) {
            parts.set(parts.size() - 1, new Part.Facts(and(before.facts(), read)));
        } else {
            parts.add(new Part.Facts(List.of(read)));
        }
    }

    private void signature(String each) {
        Phrase read = phrase(each.substring(SIGNED.length()).strip());
        if (last() instanceof Part.Signatures before) {
            parts.set(parts.size() - 1, new Part.Signatures(and(before.lines(), read)));
        } else {
            parts.add(new Part.Signatures(List.of(read)));
        }
    }

    private void item(String each) {
        Phrase read = phrase(ITEM.matcher(each).replaceFirst("$1"));
        if (last() instanceof Part.Items before) {
            parts.set(parts.size() - 1, new Part.Items(and(before.items(), read)));
        } else {
            parts.add(new Part.Items(List.of(read)));
        }
    }

    private @Nullable Part last() {
        return parts.isEmpty() ? null : parts.get(parts.size() - 1);
    }

    private static <T> List<T> and(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return List.copyOf(all);
    }

    private Phrase phrase(String words) {
        List<Object> pieces = new ArrayList<>();
        Matcher places = PLACE.matcher(words);
        int from = 0;
        while (places.find()) {
            literal(words.substring(from, places.start()), pieces);
            place(places.group(1), true).ifPresent(pieces::add);
            from = places.end();
        }
        literal(words.substring(from), pieces);
        return new Phrase(List.copyOf(pieces));
    }

    private void literal(String words, List<Object> pieces) {
        if (words.contains("{") || words.contains("}")) {
            fault("花括号没有成对，填写处写成“{名称}”。");
        }
        if (!words.isEmpty()) {
            pieces.add(words);
        }
    }

    private Optional<Place> place(String term, boolean within) {
        Optional<Place> place = Place.of(term).filter(document.places()::contains);
        if (within && place.isEmpty()) {
            fault("没有“{" + term + "}”这个填写处，可填：" + places() + "。");
        } else if (within && place.get().isBlock()) {
            fault("“{" + term + "}”是一张表，请单独占一行。");
        }
        return place;
    }

    private String places() {
        return document.places().stream().map(place -> "{" + place.term() + "}").collect(Collectors.joining("、"));
    }

    private void fault(String message) {
        faults.add(new WordingFault(line, message));
    }
}
