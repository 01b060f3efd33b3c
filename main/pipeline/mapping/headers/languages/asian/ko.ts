import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const ko: Dictionary = {
  certain: {
    code: phrases(`
      고객번호, 고객코드, 고객id, 고객no, 회원번호, 회원코드, 회원id, 회원no, 고객 식별번호, 고객관리번호, 고객 고유번호,
      회원 고유번호`),
    card_number: phrases(`
      카드번호, 회원카드번호, 멤버십번호, 멤버십카드번호, 멤버십카드, 포인트카드번호, 포인트카드, 적립카드번호,
      회원카드, 고객카드번호, 카드no, 멤버쉽번호, 멤버쉽카드번호, 멤버쉽카드, 적립카드, 카드id, 고객카드, 카드코드,
      멤버십id, 멤버십 카드 no`),
    last_name: phrases("성, 성씨"),
    full_name: phrases(
      "성명, 성함, 고객명, 회원명, 전체이름, 고객성함, 고객 이름, 회원 이름, 성 이름, 이름 성",
    ),
    email: phrases(`
      이메일, 이메일주소, 전자우편, 메일, 메일주소, e메일, 전자메일, 전자우편주소, email주소, e-mail주소, 전자메일주소`),
    phone: phrases(
      "전화번호, 전화, 연락처, 연락전화번호, 연락처번호, 연락처 1, tel번호, 대표전화번호",
    ),
    mobile_phone: phrases(`
      휴대폰, 휴대폰번호, 휴대전화, 휴대전화번호, 핸드폰, 핸드폰번호, 모바일, hp, 휴대번호, 이동전화, 휴대폰연락처,
      모바일번호, 이동전화번호, 연락처휴대폰, 휴대폰 no, 전화번호 휴대폰, 모바일 전화번호`),
    home_phone: phrases(
      "집전화, 자택전화, 자택전화번호, 집전화번호, 일반전화, 유선전화, 유선전화번호, 일반전화번호",
    ),
    work_phone: phrases("직장전화, 직장전화번호, 직장 연락처"),
    custom_date: phrases("생년월일, 생일, 출생일, 출생일자, 생일날짜, 생일일자"),
    street1: phrases(`
      주소, 기본주소, 도로명주소, 주소1, 도로명, 집주소, 거리주소, 거주지주소, 거주지, 자택주소, 주소 기본, 도로명 주소 1`),
    street2: phrases("상세주소, 주소2, 나머지주소, 동호수, 주소상세, 세부주소, 상세주소 동호수"),
    city: phrases("도시, 시군구, 시군, 구군, 도시명, 시구군, 군구"),
    state: phrases("시도, 광역시도, 도시도, 시도명, 주도"),
    postal_code: phrases("우편번호, 우편코드"),
    country: phrases("국가, 나라, 국가코드, 국가지역, 국가명"),
  },
  likely: {
    name: phrases("이름"),
    card_number: phrases("바코드, 바코드번호, 카드"),
    street1: phrases("전체 주소, 전체주소, 지번주소"),
    city: phrases("시"),
    state: phrases("도"),
    state_maybe: phrases("지역"),
    customer_username: phrases(`
      아이디, 회원아이디, 사용자이름, 로그인아이디, 사용자명, 사용자id, 로그인id, 고객아이디`),
    auto_add: phrases(`
      추가포인트, 추가할포인트, 적립할포인트, 지급할포인트, 포인트추가, 가입축하포인트, 적립예정포인트,
      추가적립포인트`),
  },
  unsure: { full_name: phrases("고객, 회원") },
  owners: {
    main: phrases("고객, 회원, 고객님"),
    home: phrases("자택, 집"),
    billing: phrases("청구, 청구지, 청구서"),
    work: phrases("직장"),
  },
};
