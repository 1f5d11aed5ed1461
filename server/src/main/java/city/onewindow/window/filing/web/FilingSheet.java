package city.onewindow.window.filing.web;

import city.onewindow.frame.Fact;
import city.onewindow.frame.Tab;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingAct;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.HeadFlaw;
import city.onewindow.window.filing.RowState;
import java.util.List;

/**
 * A filing as its page shows it.
 *
 * @param number of the page of rows, counted from 1
 * @param total of the rows that the chosen tab has
 * @param says what filing it does to the catalog
 * @param newcomers how many rows the catalog doesn't have, asked before it is filed; empty if none
 */
public record FilingSheet(
        Filing filing,
        List<Fact> facts,
        List<Tab> tabs,
        List<RowLine> lines,
        int number,
        int total,
        List<FilingAct> next,
        String says,
        String newcomers) {

    static final int ROWS = 50;

    public String address() {
        return "/annexes/filings/" + filing.id();
    }

    public boolean may(FilingAct act) {
        return next.contains(act);
    }

    public boolean isReading() {
        return filing.status() == FilingStatus.READING;
    }

    /** Whether it waits to be filed. */
    public boolean isChecked() {
        return filing.status() == FilingStatus.READ;
    }

    public boolean hasRows() {
        return filing.rows() > 0 && filing.status() != FilingStatus.DROPPED;
    }

    public int wrong() {
        return filing.count(RowState.WRONG);
    }

    /** What is wrong above and below the table. */
    public List<HeadFlaw> headFlaws() {
        return filing.headFlaws();
    }

    public int size() {
        return ROWS;
    }

    /** How far the reading has come, in percent. */
    public int percent() {
        return filing.total() == 0 ? 0 : Math.min(100, filing.read() * 100 / filing.total());
    }
}
