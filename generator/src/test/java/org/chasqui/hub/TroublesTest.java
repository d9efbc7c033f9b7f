package org.chasqui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of servers mean. */
class TroublesTest {
  @ParameterizedTest
  @DisplayName("F25 F33 what forges say when they refuse a push")
  @CsvSource(
      delimiter = '|',
      value = {
        "error: GH006: Protected branch update failed for refs/heads/main. | PROTECTED",
        "remote: GitLab: You are not allowed to push code to protected branches on this project."
            + " | PROTECTED",
        "remote: Gitea: branch main is protected | PROTECTED",
        "remote: Forgejo: Not allowed to push to protected branch main | PROTECTED",
        "remote: error: this branch is protected from force pushes | PROTECTED",
        "remote: error: GH013: Repository rule violations found for refs/heads/main. | PROTECTED",
        "remote: - Changes must be made through a pull request. | PROTECTED",
        "TF402455: Pushes to this branch are not permitted; you must use a pull request. | PROTECTED",
        "remote: GitLab: You are not allowed to push code to this project. | FORBIDDEN",
        "remote: This repository was archived so it is read-only. | FORBIDDEN",
        "remote: Repository is archived and cannot be changed | FORBIDDEN",
        "remote: error: File film.mp4 is 140 MB; this exceeds the limit of 100 MB | QUOTA",
        "remote: your push was rejected because the repository exceeds its size limit | QUOTA",
        "failed to update ref | RACE",
        "unpacker error: No space left on device | REMOTE_DISK",
        "pre-receive hook declined | HOOK",
      })
  void refusals(String words, Trouble.Code code) {
    assertEquals(code, Troubles.refused(words).code());
  }

  @ParameterizedTest
  @DisplayName("F9 F69 what goes wrong on the way")
  @CsvSource(
      delimiter = '|',
      value = {
        "Error occurred during unpacking on the remote end: eof before pack header was fully read"
            + " | 200 | NET",
        "Error occurred during unpacking on the remote end: index-pack abnormal exit"
            + " | 200 | REMOTE_DISK",
        "https://h.example/x.git: not authorized | 401 | AUTH",
        "https://h.example/x.git: Unauthorized | 407 | AUTH",
        "https://h.example/x.git: 503 Service Unavailable | 503 | NET",
        "ssh://git@h.example/x: Server key did not validate | 0 | HOSTKEY",
        "ssh://git@h.example/x: Auth fail | 0 | AUTH",
      })
  void failures(String words, int status, Trouble.Code code) {
    IOException failed = new TransportException(words);
    assertEquals(code, Troubles.failed(failed, status, Optional.empty()).code());
  }
}
