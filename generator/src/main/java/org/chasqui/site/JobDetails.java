package org.chasqui.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an applicant looks for.
 *
 * @param open whether one can still apply (a deadline that has passed closes a job when building)
 * @param deadline the last day
 * @param organisation who offers it: the id of an {@link Organisation}, or a name
 * @param location where
 * @param remote whether it can be done from anywhere, be there a place or not
 * @param salary what it pays
 * @param tasks what is to be done
 * @param apply where to apply: a URL or mail address
 */
public record JobDetails(
    boolean open,
    Optional<LocalDate> deadline,
    Optional<Credit> organisation,
    Optional<Text> location,
    boolean remote,
    Optional<Text> salary,
    List<Text> tasks,
    Optional<String> apply) {

  JobDetails in(TextMapper mapper) {
    return new JobDetails(
        open,
        deadline,
        organisation,
        location.map(text -> mapper.text("location", text)),
        remote,
        salary.map(text -> mapper.text("salary", text)),
        mapper.texts("tasks", tasks),
        apply);
  }
}
