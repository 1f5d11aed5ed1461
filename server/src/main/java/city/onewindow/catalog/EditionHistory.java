package city.onewindow.catalog;

import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which editions of the catalogue there were, and what each of them brought. What is published is nobody's secret. */
@Service
public class EditionHistory {

    private final Editions editions;

    EditionHistory(Editions editions) {
        this.editions = editions;
    }

    /**
     * Newest first.
     *
     * @param after the number after which to read on; null for the newest
     */
    public Slice<Edition> editions(int size, @Nullable Integer after) {
        List<Edition> read = editions.before(after == null ? Integer.MAX_VALUE : after, size + 1);
        return Slice.of(read, size, edition -> String.valueOf(edition.number()));
    }

    /** @throws Problem.NotFound if there is none of the number */
    public Edition edition(int number) {
        return editions.before(number < Integer.MAX_VALUE ? number + 1 : number, 1).stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("没有第 " + number + " 版事项目录。"));
    }

    /** The first records of each edition, by its number. */
    public Map<Integer, List<EditionRecord>> firstRecords(Collection<Integer> numbers, int most) {
        return editions.records(numbers, 0, most).stream().collect(Collectors.groupingBy(EditionRecord::edition));
    }

    /**
     * All records of an edition.
     *
     * @param after the place after which to read on; null for the first
     */
    public Slice<EditionRecord> records(int number, int size, @Nullable Integer after) {
        List<EditionRecord> read =
                editions.records(List.of(edition(number).number()), after == null ? 0 : after, size + 1);
        return Slice.of(read, size, record -> String.valueOf(record.place()));
    }
}
