package org.chasqui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-11-18                    | 2024-11-18T00:00Z",
        "2024-1-8                      | 2024-01-08T00:00Z",
        "2024/11/18                    | 2024-11-18T00:00Z",
        "2024-11-18T09:30:00Z          | 2024-11-18T09:30Z",
        "2024-11-18T09:30:15.123+00:00 | 2024-11-18T09:30:15Z",
        "2024-11-18T09:30:00-0800      | 2024-11-18T09:30-08:00",
        "2024-11-18 09:30:00 -05:00    | 2024-11-18T09:30-05:00",
        "2024-11-18 9:30               | 2024-11-18T09:30-05:00",
        "2024-11-18T09:30              | 2024-11-18T09:30-05:00",
        "2024-11-18 09:30:00 UTC       | 2024-11-18T09:30Z",
        "'Oct 14, 2024'                | 2024-10-14T00:00Z",
        "'September 16, 2024'          | 2024-09-16T00:00Z",
        "'Sept. 16, 2024'              | 2024-09-16T00:00Z",
        "28 October 2024               | 2024-10-28T00:00Z",
        "1st May 2024                  | 2024-05-01T00:00Z",
        "2024-02-29                    | 2024-02-29T00:00Z",
      })
  void people(String written, String expected) {
    assertEquals(
        expected, Dates.parse(written).orElseThrow().published(BOGOTA).toString(), written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2020-04-137",
        "2023-02-29",
        "2024-13-01",
        "2024-11-18T25:00",
        "2024-11-18T",
        "soon",
        "October 2024",
        "2024",
        "32 May 2024",
        "2024-11-18x",
        "2024-11/18",
        "May May 2024",
        "2024-11-18T09:30+99:00",
        "10 10 2024",
        "99999999999999999999-01-01",
        "2024-11-18 9",
        "1e3"
      })
  void noDates(String written) {
    assertTrue(Dates.parse(written).isEmpty(), written);
  }

  @Test
  void theZoneOfTheSiteCountsWhereNoneIsWritten() {
    Dates.Moment moment = Dates.parse("2024-07-01 10:00").orElseThrow();
    assertEquals("2024-07-01T15:00:00Z", moment.at(BOGOTA).toInstant().toString());
  }
}
