package org.chasqui.render;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chasqui.site.Language;

/**
 * Languages as the <a href="https://ogp.me/#optional">Open Graph protocol</a> wants them: with a
 * territory. A site that says no more than {@code es} gets the territory where CLDR's likely
 * subtags look for the language; without any, readers of the tag would take the page for American
 * English.
 */
final class Territories {
  private static final Map<String, String> LIKELY = new TreeMap<>();

  static {
    String likely =
        "af_ZA am_ET ar_EG ay_BO az_AZ be_BY bg_BG bn_BD bs_BA ca_ES cs_CZ cy_GB da_DK de_DE el_GR"
            + " en_US es_ES et_EE eu_ES fa_IR fi_FI fil_PH fr_FR ga_IE gl_ES gn_PY gu_IN ha_NG"
            + " he_IL hi_IN hr_HR ht_HT hu_HU hy_AM id_ID ig_NG is_IS it_IT ja_JP jv_ID ka_GE kk_KZ"
            + " km_KH kn_IN ko_KR ku_TR ky_KG ln_CD lo_LA lt_LT lv_LV mg_MG mk_MK ml_IN mn_MN mr_IN"
            + " ms_MY mt_MT my_MM nb_NO ne_NP nl_NL nn_NO no_NO om_ET pa_IN pl_PL ps_AF pt_BR qu_PE"
            + " ro_RO ru_RU rw_RW si_LK sk_SK sl_SI sn_ZW so_SO sq_AL sr_RS st_ZA sv_SE sw_TZ ta_IN"
            + " te_IN tg_TJ th_TH ti_ET tk_TM tl_PH tn_ZA tr_TR uk_UA ur_PK uz_UZ vi_VN wo_SN xh_ZA"
            + " yo_NG zh_CN zu_ZA";
    for (String one : likely.split(" ")) {
      LIKELY.put(one.substring(0, one.indexOf('_')), one);
    }
  }

  private Territories() {}

  /** {@code pt_BR}, {@code es_ES} for {@code es}; the tag as it is where nobody knows. */
  static String locale(Language language) {
    Locale locale = language.locale();
    return locale.getCountry().isEmpty()
        ? LIKELY.getOrDefault(locale.getLanguage(), locale.getLanguage())
        : locale.getLanguage() + "_" + locale.getCountry();
  }
}
