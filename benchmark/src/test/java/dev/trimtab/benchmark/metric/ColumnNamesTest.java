package dev.trimtab.benchmark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that pandas gives the columns of a header. */
final class ColumnNamesTest {
    /** What pandas 2.2.2 gives ({@code read_csv} of the header alone). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "a,b | a,b",
                "a,a,a | a,a.1,a.2",
                "a,a,a.1 | a,a.2,a.1",
                "a,a.1,a,a | a,a.1,a.2,a.3",
                "',a,' | Unnamed: 0,a,Unnamed: 2",
                "a,a,a.1,a.1,a | a,a.2,a.1,a.1.1,a.3",
                "',Unnamed: 0,x' | Unnamed: 0.1,Unnamed: 0,x",
                "',,Unnamed: 1' | Unnamed: 0,Unnamed: 1.1,Unnamed: 1"
            })
    void of_header_isWhatPandasNamesItsColumns(String header, String names) {
        assertThat(ColumnNames.of(List.of(header.split(",", -1)))).containsExactly(names.split(","));
    }

    @Test
    void of_tenThousandColumnsOfOneName_areAllNamedApart() {
        assertThat(ColumnNames.of(Collections.nCopies(10_000, "a")))
                .doesNotHaveDuplicates()
                .endsWith("a.9999");
    }
}
