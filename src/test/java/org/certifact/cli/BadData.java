package org.certifact.cli;

import static org.certifact.cli.BadInput.text;

import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with entries. */
final class BadData {
    static final String GOOD = "1,10,4\n1,20,3\n2,10,5\n2,20,1\n";
    static final String ASIDE = "; run with --bad-records skip to set such lines aside";
    private static final String TWO =
            "; at least two of each are needed: check --columns, which names row id, column id and value";

    private BadData() {}

    static Stream<BadInput> all() {
        return Stream.of(values(), lines(), shapes()).flatMap(List::stream);
    }

    private static List<BadInput> values() {
        return List.of(
                text(
                        "a value that is NaN",
                        "ratings.csv",
                        GOOD + "3,10,NaN\n",
                        "ratings.csv: line 5: value 'NaN' is not finite" + ASIDE),
                text(
                        "an infinite value",
                        "ratings.csv",
                        GOOD + "3,10,-Inf\n",
                        "ratings.csv: line 5: value '-Inf' is not finite" + ASIDE),
                text(
                        "a value too large for a double",
                        "ratings.csv",
                        GOOD + "3,10,1e999\n",
                        "ratings.csv: line 5: value '1e999' is not finite" + ASIDE),
                text(
                        "a value that is no number",
                        "ratings.csv",
                        GOOD + "3,10,four\n",
                        "ratings.csv: line 5: value 'four' is not a number" + ASIDE),
                text("no value", "ratings.csv", GOOD + "3,10,\n", "ratings.csv: line 5: value is empty" + ASIDE),
                text("no id", "ratings.csv", GOOD + ",10,4\n", "ratings.csv: line 5: row id is empty" + ASIDE),
                text(
                                "a weight of 0",
                                "weighted.csv",
                                "1,10,4,1\n1,20,3,0\n",
                                "weighted.csv: line 2: weight '0' must be > 0" + ASIDE)
                        .with("--columns 1,2,3,4"),
                text(
                                "a weight that is NaN",
                                "weighted.csv",
                                "1,10,4,1\n1,20,3,nan\n",
                                "weighted.csv: line 2: weight 'nan' is not finite" + ASIDE)
                        .with("--columns 1,2,3,4"),
                text(
                                "a value that is no label",
                                "votes.csv",
                                "1,10,1\n1,20,-1\n2,10,0.5\n2,20,1\n",
                                "votes.csv: line 3: value '0.5' (row '2', column '10') is no label; --loss logistic takes -1 and 1, or 0 and 1: give another --loss")
                        .with("--loss logistic"),
                text(
                                "labels of two kinds",
                                "votes.csv",
                                "1,10,1\n1,20,-1\n2,10,0\n2,20,1\n",
                                "votes.csv: line 3: value 0, but -1 at votes.csv: line 2; --loss logistic takes -1 and 1, or 0 and 1, not all three: leave out the entries that are neither yes nor no")
                        .with("--loss logistic"));
    }

    private static List<BadInput> lines() {
        return List.of(
                text(
                        "too few fields",
                        "ratings.csv",
                        GOOD + "3,10\n",
                        "ratings.csv: line 5: has 2 fields, field 3 is needed" + ASIDE),
                text(
                        "several bad lines",
                        "ratings.csv",
                        GOOD + "3,10\n3,20,x\n",
                        "ratings.csv: line 5: has 2 fields, field 3 is needed" + ASIDE),
                text(
                        "an open quote",
                        "ratings.csv",
                        GOOD + "\"3,10,4\n",
                        "ratings.csv: line 5: a quote is left open" + ASIDE),
                text(
                        "duplicates",
                        "ratings.csv",
                        GOOD + "1,20,5\n",
                        "ratings.csv: line 5: row '1', column '20' was seen before, at ratings.csv: line 2; run with --duplicates sum, mean or last to combine such entries"),
                text(
                                "a column that is not there, by name",
                                "ratings.csv",
                                "user,item,rating\n" + GOOD,
                                "ratings.csv: line 1: no column 'stars'; there are 3: user, item, rating")
                        .with("--columns user,item,stars"),
                text(
                                "a column that is not there, by position",
                                "ratings.csv",
                                GOOD,
                                "ratings.csv: line 1: no column '5'; there are 3: 1, 10, 4")
                        .with("--columns 1,2,5"),
                text(
                                "names of columns where there is no header",
                                "ratings.csv",
                                GOOD,
                                "ratings.csv: columns are asked for by name (user, item, rating), so the first line must be a header; give positions")
                        .with("--columns user,item,rating --header no"),
                text(
                        "a separator that is not found",
                        "ratings.txt",
                        "1/10/4\n1/20/3\n",
                        "ratings.txt: line 1 does not split into 3 fields by '::', tab, ',', ';', '|' or blanks: '1/10/4'; name the separator"));
    }

    private static List<BadInput> shapes() {
        return List.of(
                text("one row only", "ratings.csv", "1,10,4\n1,20,3\n", "ratings.csv: 1 row and 2 columns" + TWO),
                text("one column only", "ratings.csv", "1,10,4\n2,10,3\n", "ratings.csv: 2 rows and 1 column" + TWO),
                text(
                        "values whose squares overflow",
                        "ratings.csv",
                        GOOD + "3,10,1e200\n",
                        "ratings.csv: the sum of the squared values is Infinity, outside 1.0E-140 to 1.0E140, where"
                                + " products of them are no numbers any more: scale the values"));
    }
}
