package city.onewindow.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints for tests: what isn't said is no bound. */
final class ConstraintBuilder {

    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private @Nullable Integer scale;
    private String regex = "";
    private String checksum = "";
    private Expression checksumWhen = Expression.ALWAYS;
    private List<String> columns = List.of();
    private List<String> optionalColumns = List.of();
    private int minRows;
    private Constraint.@Nullable When when;
    private String notBefore = "";

    ConstraintBuilder min(String least) {
        min = new BigDecimal(least);
        return this;
    }

    ConstraintBuilder max(String most) {
        max = new BigDecimal(most);
        return this;
    }

    ConstraintBuilder scale(int digits) {
        scale = digits;
        return this;
    }

    ConstraintBuilder regex(String pattern) {
        regex = pattern;
        return this;
    }

    ConstraintBuilder checksum(String standard, String condition) {
        checksum = standard;
        checksumWhen = Expression.parse(condition);
        return this;
    }

    /** @param optional those that a row needn't fill in */
    ConstraintBuilder columns(List<String> all, List<String> optional) {
        columns = all;
        optionalColumns = optional;
        return this;
    }

    ConstraintBuilder minRows(int least) {
        minRows = least;
        return this;
    }

    ConstraintBuilder when(Constraint.When side) {
        when = side;
        return this;
    }

    ConstraintBuilder notBefore(String date) {
        notBefore = date;
        return this;
    }

    Constraint build() {
        return new Constraint(
                min,
                max,
                Constraint.NONE.len(),
                scale,
                Constraint.NONE.unit(),
                regex,
                checksum,
                checksumWhen,
                columns,
                optionalColumns,
                minRows,
                Constraint.NONE.fileTypes(),
                Constraint.NONE.maxKb(),
                Constraint.NONE.minWidth(),
                Constraint.NONE.minHeight(),
                Constraint.NONE.level(),
                when,
                notBefore,
                Constraint.NONE.total());
    }
}
